package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.model.Code;
import org.cafcass.model.Pillar;

/**
 * Reads and writes scorecards as JSON: a fault is noted with the place where it stands, and reading goes on with a value that has none, so
 * that all faults can be told at once.
 */
final class ScorecardJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final BigDecimal MOST = new BigDecimal("1e9");
    private static final int MOST_DECIMALS = 9;

    private final JsonNode object;
    private final String place;
    private final List<String> faults;
    private final Set<String> read = new HashSet<>();

    private ScorecardJson(JsonNode object, String place, List<String> faults) {
        this.object = object;
        this.place = place;
        this.faults = faults;
    }

    static Scorecard parse(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot read scorecard: no JSON at line " + e.getLocation().getLineNr(), e);
        }
        List<String> faults = new ArrayList<>();
        Optional<Scorecard> scorecard = new ScorecardJson(root, "", faults).all(ScorecardJson::scorecard);
        return scorecard.orElseThrow(
                () -> new IllegalArgumentException("Invalid scorecard: " + String.join("; ", faults)));
    }

    /** The JSON that is read as an equal scorecard. */
    static String write(Scorecard scorecard) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("name", scorecard.name()).put("title", scorecard.title()).put("source", scorecard.source());
        if (!scorecard.regions().isEmpty()) {
            ArrayNode regions = root.putArray("regions");
            scorecard.regions().forEach(regions::add);
        }
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
            ArrayNode levels = object.putArray("levels");
            indicator.levels().forEach(level -> levels.add(level.code()));
            indicator.target().ifPresent(target -> {
                ObjectNode to = object.putObject("target")
                        .put("value", target.value())
                        .put("by", target.by().toString());
                target.since().ifPresent(since -> to.put("since", since.toString()));
            });
        }
        return root.toPrettyString();
    }

    /** What a reader makes of the object; empty where it has a fault. */
    private <T> Optional<T> all(Function<ScorecardJson, Optional<T>> reader) {
        if (!object.isObject()) {
            fault("", "not an object");
            return Optional.empty();
        }
        int before = faults.size();
        Optional<T> value = reader.apply(this);
        object.fieldNames().forEachRemaining(field -> {
            if (!read.contains(field)) {
                fault(field, "unknown field");
            }
        });
        return faults.size() == before ? value : Optional.empty();
    }

    private Optional<Scorecard> scorecard() {
        String name = text("name");
        String title = text("title");
        String source = text("source");
        List<String> regions = regions();
        List<Indicator> indicators = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonNode list = required("indicators");
        if (!list.isMissingNode() && (!list.isArray() || list.isEmpty())) {
            fault("indicators", list.isArray() ? "empty" : "not a list");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            ScorecardJson fields = new ScorecardJson(list.get(i), "indicators[" + i + "]", faults);
            fields.all(ScorecardJson::indicator).ifPresent(indicators::add);
            JsonNode indicatorName = list.get(i).path("name");
            if (indicatorName.isTextual() && !names.add(indicatorName.textValue())) {
                fields.fault("name", "an indicator before has it");
            }
        }
        return faults.isEmpty()
                ? Optional.of(new Scorecard(name, title, source, regions, indicators))
                : Optional.empty();
    }

    private Optional<Indicator> indicator() {
        int before = faults.size();
        String name = text("name");
        Optional<Pillar> pillar = optional("pillar", field -> code(field, Pillar.values()));
        String measure = text("measure");
        Map<BreakdownKey, String> breakdown = breakdown();
        Judged judged =
                optional("judged", field -> code(field, Judged.values())).orElse(Judged.VALUE);
        Direction better = better();
        BigDecimal green = number("green");
        BigDecimal amber = optional("amber", this::number).orElse(green);
        OptionalInt decimals = optional("decimals", field -> OptionalInt.of(whole(field, MOST_DECIMALS)))
                .orElse(OptionalInt.empty());
        int least = optional("least", field -> whole(field, MOST.intValue())).orElse(1);
        Optional<Target> target = optional(
                        "target",
                        field -> new ScorecardJson(object.get(field), place + "." + field, faults)
                                .all(ScorecardJson::target))
                .flatMap(Function.identity());
        Set<Level> levels = levels();
        if (faults.size() == before) {
            Indicator.faults(breakdown.keySet(), better, green, amber, decimals, levels)
                    .forEach(fault -> fault("", fault));
        }
        return faults.size() == before
                ? Optional.of(new Indicator(
                        name, pillar, measure, breakdown, judged, better, green, amber, decimals, least, target,
                        levels))
                : Optional.empty();
    }

    private Optional<Target> target() {
        return Optional.of(new Target(number("value"), day("by"), optional("since", this::day)));
    }

    private Map<BreakdownKey, String> breakdown() {
        Map<BreakdownKey, String> breakdown = new EnumMap<>(BreakdownKey.class);
        JsonNode pairs = node("breakdown");
        if (!pairs.isMissingNode() && !pairs.isObject()) {
            fault("breakdown", "not an object");
        }
        pairs.fieldNames().forEachRemaining(key -> {
            if (!pairs.get(key).isTextual()) {
                fault("breakdown." + key, "not a text");
                return;
            }
            try {
                BreakdownKey known = BreakdownKey.of(key);
                known.check(pairs.get(key).textValue());
                breakdown.put(known, pairs.get(key).textValue());
            } catch (IllegalArgumentException unknown) {
                fault("breakdown." + key, requireNonNull(unknown.getMessage()));
            }
        });
        return breakdown;
    }

    private List<String> regions() {
        JsonNode list = node("regions");
        List<String> regions = new ArrayList<>();
        if (!list.isMissingNode() && (!list.isArray() || list.isEmpty())) {
            fault("regions", list.isArray() ? "empty" : "not a list");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            String region = list.get(i).asText();
            if (!list.get(i).isTextual() || region.isBlank()) {
                fault("regions[" + i + "]", "not a text");
            } else if (regions.contains(region)) {
                fault("regions[" + i + "]", "stands before");
            }
            regions.add(region);
        }
        return regions;
    }

    private Set<Level> levels() {
        JsonNode list = node("levels");
        if (list.isMissingNode()) {
            return EnumSet.allOf(Level.class);
        }
        Set<Level> levels = EnumSet.noneOf(Level.class);
        if (!list.isArray()) {
            fault("levels", "not a list");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            levels.add(code("levels[" + i + "]", list.get(i), Level.values()));
        }
        return levels;
    }

    private Direction better() {
        String text = text("better");
        if (!text.isEmpty() && !text.equals("higher") && !text.equals("lower")) {
            fault("better", "not higher or lower");
        }
        return text.equals("higher") ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    }

    private <C extends Code> C code(String field, C[] values) {
        return code(field, node(field), values);
    }

    private <C extends Code> C code(String field, JsonNode node, C[] values) {
        for (C value : values) {
            if (value.code().equals(node.textValue())) {
                return value;
            }
        }
        fault(
                field,
                "not one of "
                        + String.join(
                                ", ", Arrays.stream(values).map(Code::code).toList()));
        return values[0];
    }

    private LocalDate day(String field) {
        String text = text(field);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            if (!text.isEmpty()) {
                fault(field, "not a day");
            }
            return LocalDate.EPOCH;
        }
    }

    /** A text; empty where there is a fault. */
    private String text(String field) {
        JsonNode node = required(field);
        if (node.isTextual() && !node.textValue().isBlank()) {
            return node.textValue();
        }
        if (!node.isMissingNode()) {
            fault(field, "not a text");
        }
        return "";
    }

    private BigDecimal number(String field) {
        JsonNode node = required(field);
        if (node.isNumber()
                && node.decimalValue().abs().compareTo(MOST) <= 0
                && node.decimalValue().scale() <= MOST_DECIMALS) {
            return node.decimalValue();
        }
        if (!node.isMissingNode()) {
            fault(field, "not a number of at most 9 decimals");
        }
        return BigDecimal.ZERO;
    }

    private int whole(String field, int most) {
        JsonNode node = node(field);
        if (node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0 && node.intValue() <= most) {
            return node.intValue();
        }
        fault(field, "not a whole number from 0 to " + most);
        return 0;
    }

    private JsonNode required(String field) {
        JsonNode node = node(field);
        if (node.isMissingNode()) {
            fault(field, "missing");
        }
        return node;
    }

    private <T> Optional<T> optional(String field, Function<String, T> reader) {
        return node(field).isMissingNode() ? Optional.empty() : Optional.of(reader.apply(field));
    }

    private JsonNode node(String field) {
        read.add(field);
        return Optional.ofNullable(object.get(field)).orElseGet(MissingNode::getInstance);
    }

    private void fault(String field, String reason) {
        String where = place.isEmpty() || field.isEmpty() ? place + field : place + "." + field;
        faults.add((where.isEmpty() ? "" : where + ": ") + reason);
    }
}
