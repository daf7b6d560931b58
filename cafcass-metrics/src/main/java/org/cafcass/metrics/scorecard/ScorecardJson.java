package org.cafcass.metrics.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.model.Code;
import org.cafcass.model.Pillar;
import org.jspecify.annotations.Nullable;

/** Reads and writes scorecards as JSON: a field that is missing, unknown or of another kind is told with the place where it stands. */
final class ScorecardJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> INDICATOR = Set.of(
            "name",
            "pillar",
            "measure",
            "breakdown",
            "judged",
            "better",
            "green",
            "amber",
            "decimals",
            "least",
            "target");
    private static final BigDecimal MOST = new BigDecimal("1e9");
    private static final int MOST_DECIMALS = 9;

    private final JsonNode object;
    private final String place;

    private ScorecardJson(JsonNode object, String place, Set<String> fields) {
        this.object = object;
        this.place = place;
        if (!object.isObject()) {
            throw invalid("", "not an object");
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw invalid(name, "unknown field");
            }
        }
    }

    static Scorecard parse(String json) {
        try {
            ScorecardJson root =
                    new ScorecardJson(MAPPER.readTree(json), "", Set.of("name", "title", "source", "indicators"));
            List<Indicator> indicators = new ArrayList<>();
            JsonNode list = root.required("indicators");
            if (!list.isArray()) {
                throw root.invalid("indicators", "not a list");
            }
            for (int i = 0; i < list.size(); i++) {
                indicators.add(new ScorecardJson(list.get(i), "indicators[" + i + "]", INDICATOR).indicator());
            }
            return new Scorecard(root.text("name"), root.text("title"), root.text("source"), indicators);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot read scorecard: no JSON at line " + e.getLocation().getLineNr(), e);
        }
    }

    /** The JSON that is read as an equal scorecard. */
    static String write(Scorecard scorecard) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("name", scorecard.name()).put("title", scorecard.title()).put("source", scorecard.source());
        ArrayNode list = root.putArray("indicators");
        for (Indicator indicator : scorecard.indicators()) {
            ObjectNode object = list.addObject().put("name", indicator.name());
            indicator.pillar().ifPresent(pillar -> object.put("pillar", pillar.code()));
            object.put("measure", indicator.measure());
            if (!indicator.breakdown().isEmpty()) {
                ObjectNode breakdown = object.putObject("breakdown");
                indicator.breakdown().forEach((key, value) -> breakdown.put(key.code(), value));
            }
            object.put("judged", indicator.judged().code())
                    .put("better", indicator.better() == Direction.HIGHER_IS_BETTER ? "higher" : "lower")
                    .put("green", indicator.green())
                    .put("amber", indicator.amber());
            indicator.decimals().ifPresent(decimals -> object.put("decimals", decimals));
            object.put("least", indicator.least());
            indicator.target().ifPresent(target -> {
                ObjectNode to = object.putObject("target")
                        .put("value", target.value())
                        .put("by", target.by().toString());
                target.since().ifPresent(since -> to.put("since", since.toString()));
            });
        }
        return root.toPrettyString();
    }

    private Indicator indicator() {
        BigDecimal green = number("green");
        return new Indicator(
                text("name"),
                optional("pillar").map(node -> code("pillar", Pillar.values())),
                text("measure"),
                breakdown(),
                optional("judged").map(node -> code("judged", Judged.values())).orElse(Judged.VALUE),
                better(),
                green,
                optional("amber").map(node -> number("amber")).orElse(green),
                optional("decimals")
                        .map(node -> OptionalInt.of(whole("decimals", MOST_DECIMALS)))
                        .orElse(OptionalInt.empty()),
                optional("least").map(node -> whole("least", MOST.intValue())).orElse(1),
                optional("target")
                        .map(node ->
                                new ScorecardJson(node, place + ".target", Set.of("value", "by", "since")).target()));
    }

    private Target target() {
        return new Target(number("value"), day("by"), optional("since").map(node -> day("since")));
    }

    private Map<BreakdownKey, String> breakdown() {
        Map<BreakdownKey, String> breakdown = new EnumMap<>(BreakdownKey.class);
        JsonNode pairs = object.get("breakdown");
        if (pairs != null) {
            if (!pairs.isObject()) {
                throw invalid("breakdown", "not an object");
            }
            for (Iterator<String> keys = pairs.fieldNames(); keys.hasNext(); ) {
                String key = keys.next();
                if (Arrays.stream(BreakdownKey.values())
                        .noneMatch(known -> known.code().equals(key))) {
                    throw invalid("breakdown." + key, "unknown key");
                }
                if (!pairs.get(key).isTextual()) {
                    throw invalid("breakdown." + key, "not a text");
                }
                breakdown.put(BreakdownKey.of(key), pairs.get(key).textValue());
            }
        }
        return breakdown;
    }

    private Direction better() {
        return switch (text("better")) {
            case "higher" -> Direction.HIGHER_IS_BETTER;
            case "lower" -> Direction.LOWER_IS_BETTER;
            default -> throw invalid("better", "not higher or lower");
        };
    }

    private <C extends Code> C code(String field, C[] values) {
        String text = text(field);
        return Arrays.stream(values)
                .filter(value -> value.code().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        field,
                        "not one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values).map(Code::code).toList())));
    }

    private LocalDate day(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException e) {
            throw invalid(field, "not a day");
        }
    }

    private String text(String field) {
        JsonNode node = required(field);
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw invalid(field, "not a text");
        }
        return node.textValue();
    }

    private BigDecimal number(String field) {
        JsonNode node = required(field);
        if (!node.isNumber()
                || node.decimalValue().abs().compareTo(MOST) > 0
                || node.decimalValue().scale() > MOST_DECIMALS) {
            throw invalid(field, "not a number of at most 9 decimals");
        }
        return node.decimalValue();
    }

    private int whole(String field, int most) {
        JsonNode node = required(field);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > most) {
            throw invalid(field, "not a whole number from 0 to " + most);
        }
        return node.intValue();
    }

    private JsonNode required(String field) {
        return optional(field).orElseThrow(() -> invalid(field, "missing"));
    }

    private Optional<JsonNode> optional(String field) {
        @Nullable JsonNode node = object.get(field);
        return Optional.ofNullable(node);
    }

    private IllegalArgumentException invalid(String field, String reason) {
        String where = place.isEmpty() || field.isEmpty() ? place + field : place + "." + field;
        return new IllegalArgumentException("Invalid scorecard: " + (where.isEmpty() ? "" : where + ": ") + reason);
    }
}
