package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.Allocation;
import org.cafcass.model.Answer;
import org.cafcass.model.Area;
import org.cafcass.model.Audit;
import org.cafcass.model.Check;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Feedback;
import org.cafcass.model.Hearing;
import org.cafcass.model.Post;
import org.cafcass.model.Rating;
import org.cafcass.model.Report;
import org.cafcass.model.SurveyQuestion;

/** A row is set aside for a rule of its own just when no value can be made of it. */
class RulesAgreementTest {
    private static final JsonMapper MAPPER = ExtractJson.mapper();
    private static final Map<ExtractTable, Class<?>> TYPES = Map.ofEntries(
            Map.entry(ExtractTable.AREAS, Area.class),
            Map.entry(ExtractTable.ADVISERS, Adviser.class),
            Map.entry(ExtractTable.CASES, ChildrensCase.class),
            Map.entry(ExtractTable.CHILDREN, Child.class),
            Map.entry(ExtractTable.ALLOCATIONS, Allocation.class),
            Map.entry(ExtractTable.HEARINGS, Hearing.class),
            Map.entry(ExtractTable.REPORTS, Report.class),
            Map.entry(ExtractTable.AUDITS, Audit.class),
            Map.entry(ExtractTable.ANSWERS, Answer.class),
            Map.entry(ExtractTable.FEEDBACK, Feedback.class),
            Map.entry(ExtractTable.ABSENCES, Absence.class),
            Map.entry(ExtractTable.CHECKS, Check.class),
            Map.entry(ExtractTable.SURVEY, SurveyQuestion.class),
            Map.entry(ExtractTable.POSTS, Post.class),
            Map.entry(ExtractTable.RATINGS, Rating.class));
    private static final Set<SetAsideReason> BETWEEN_ROWS = EnumSet.of(
            SetAsideReason.ALLOCATION_BEFORE_RECEIVED,
            SetAsideReason.REFERS_TO_NOTHING,
            SetAsideReason.REFERS_TO_ROW_SET_ASIDE,
            SetAsideReason.REPEATED_IDENTIFIER,
            SetAsideReason.OVERLAP);

    @Property(tries = 6000, seed = "20260101")
    void valuesAndRowsHoldTheSameRules(@ForAll long seed) {
        Random random = new Random(seed);
        ExtractTable table = ExtractTable.values()[random.nextInt(ExtractTable.values().length)];
        ObjectNode row = MAPPER.createObjectNode();
        for (ExtractColumn column : table.columns()) {
            if (column.required() ? random.nextInt(30) > 0 : random.nextBoolean()) {
                putRandom(row, column, random);
            }
        }

        assertThat(isReadAsRow(table, row)).as("%s %s", table, row).isEqualTo(isReadAsValue(table, row));
    }

    private static void putRandom(ObjectNode row, ExtractColumn column, Random random) {
        String name = column.name();
        switch (column.kind()) {
            case IDENTIFIER, REFERENCE -> row.put(name, "x".repeat(random.nextInt(12) == 0 ? 65 : 64));
            case TEXT -> row.put(name, "x");
            case DATE -> row.put(name, random.nextInt(15) == 0 ? "2023-02-29" : "2024-02-" + (28 + random.nextInt(2)));
            case CODE -> {
                int code = random.nextInt(column.codes().size() + 1);
                row.put(
                        name,
                        code == column.codes().size()
                                ? "none"
                                : column.codes().get(code).code());
            }
            case BOOLEAN -> row.put(name, random.nextBoolean());
            case COUNT -> row.put(name, random.nextInt(4));
            case DECIMAL -> row.put(name, new java.math.BigDecimal(random.nextInt(36) + "e-1").setScale(2));
        }
    }

    private static boolean isReadAsRow(ExtractTable table, ObjectNode row) {
        ObjectNode extract = MAPPER.createObjectNode();
        for (ExtractTable each : ExtractTable.values()) {
            ArrayNode rows = extract.putArray(each.fileName());
            if (each == table) {
                rows.add(row);
            }
        }
        return ExtractReader.create()
                .readJson(new ByteArrayInputStream(extract.toString().getBytes(UTF_8)))
                .setAside()
                .stream()
                .allMatch(each -> BETWEEN_ROWS.contains(each.reason()));
    }

    private static boolean isReadAsValue(ExtractTable table, ObjectNode row) {
        try {
            return MAPPER.readValue(row.toString(), TYPES.get(table)) != null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
