package org.cafcass.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cafcass.model.Code;

/**
 * Partial figures as JSON: measure, period, conventions, keys with their values, and by cell the sums or amounts. A cell is the place of its
 * value of each key; one past the last stands for none.
 */
final class PartialFiguresJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PartialFiguresJson() {}

    static String write(PartialFigures partial) {
        ObjectNode json = NODES.objectNode();
        json.put("measure", partial.measure.name());
        json.put("period_start", partial.period.first().toString());
        json.put("period_end", partial.period.last().toString());
        ObjectNode conventions = json.putObject("conventions");
        conventions.put("duration", partial.conventions.duration().code());
        conventions.put("quantile", partial.conventions.quantile().code());
        conventions.put("children", partial.conventions.children().code());
        ArrayNode keys = json.putArray("keys");
        for (int i = 0; i < partial.layout.keys().size(); i++) {
            ObjectNode key = keys.addObject();
            key.put("key", partial.layout.keys().get(i).code());
            partial.layout.values().get(i).forEach(key.putArray("values")::add);
        }
        if (partial.unavailable != null) {
            json.put("unavailable", partial.unavailable);
            return json.toString();
        }
        writeSums(json.putArray("numerators"), partial.layout, partial.numerators);
        writeSums(json.putArray("denominators"), partial.layout, partial.denominators);
        List<String> identities = identities(partial);
        identities.forEach(json.putArray("identities")::add);
        Map<String, Integer> places = new HashMap<>();
        identities.forEach(identity -> places.put(identity, places.size()));
        ArrayNode amounts = json.putArray("amounts");
        new TreeMap<>(partial.amounts).forEach((cell, values) -> {
            ObjectNode one = amounts.addObject();
            writeCell(one, partial.layout, cell);
            ArrayNode array = one.putArray("amounts");
            values.stream()
                    .map(value ->
                            partial.identities.isEmpty() ? value : place(places, partial.identities.get((int) value)))
                    .sorted()
                    .forEach(array::add);
        });
        return json.toString();
    }

    private static long place(Map<String, Integer> places, String identity) {
        return Objects.requireNonNull(places.get(identity));
    }

    /* Those that a cell counts, in the order of their code points, so that the order of an extract's rows does not show. */
    private static List<String> identities(PartialFigures partial) {
        TreeSet<String> counted = new TreeSet<>(CodePointOrder.INSTANCE);
        if (!partial.identities.isEmpty()) {
            partial.amounts
                    .values()
                    .forEach(values ->
                            values.stream().forEach(value -> counted.add(partial.identities.get((int) value))));
        }
        return List.copyOf(counted);
    }

    private static void writeSums(ArrayNode array, Layout layout, Map<Long, Sum> sums) {
        new TreeMap<>(sums).forEach((cell, sum) -> {
            ObjectNode one = array.addObject();
            writeCell(one, layout, cell);
            one.put("whole", sum.whole());
            sum.decimal().ifPresent(decimal -> one.put("decimal", decimal.toString()));
        });
    }

    private static void writeCell(ObjectNode one, Layout layout, long cell) {
        Arrays.stream(layout.digits(cell)).forEach(one.putArray("cell")::add);
    }

    // --------------------------------------------------------------------------

    static PartialFigures read(String json, Collection<Measure> catalogue) {
        try {
            return read(MAPPER.readTree(json), catalogue);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("Cannot read partial figures: no JSON", notJson);
        } catch (DateTimeException | ArithmeticException | NumberFormatException | IndexOutOfBoundsException invalid) {
            throw new IllegalArgumentException("Cannot read partial figures: " + invalid.getMessage(), invalid);
        }
    }

    private static PartialFigures read(JsonNode json, Collection<Measure> catalogue) {
        Measure measure = Measures.named(text(json, "measure"), catalogue);
        Period period =
                new Period(LocalDate.parse(text(json, "period_start")), LocalDate.parse(text(json, "period_end")));
        JsonNode conventions = json.path("conventions");
        List<BreakdownKey> keys = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        for (JsonNode key : array(json, "keys")) {
            keys.add(BreakdownKey.of(text(key, "key")));
            List<String> ofKey = new ArrayList<>();
            array(key, "values").forEach(value -> ofKey.add(value.asText()));
            values.add(ofKey);
        }
        if (!measure.hasKeys(keys)) {
            throw new IllegalArgumentException("Cannot read partial figures: " + measure + " lacks one of "
                    + keys.stream().map(BreakdownKey::code).collect(Collectors.joining(", ")));
        }
        Layout layout = Layout.of(keys, values);
        boolean isAvailable = !json.has("unavailable");
        List<String> identities = new ArrayList<>();
        if (isAvailable) {
            array(json, "identities").forEach(identity -> identities.add(identity.asText()));
        }
        return new PartialFigures(
                measure,
                period,
                new Conventions(
                        code(conventions, "duration", Conventions.Duration.values()),
                        code(conventions, "quantile", Conventions.Quantile.values()),
                        code(conventions, "children", Conventions.Children.values())),
                layout,
                isAvailable ? sums(array(json, "numerators"), layout) : Map.of(),
                isAvailable ? sums(array(json, "denominators"), layout) : Map.of(),
                isAvailable
                        ? amounts(array(json, "amounts"), layout, measure.countsIdentities(), identities)
                        : Map.of(),
                List.copyOf(identities),
                isAvailable ? null : text(json, "unavailable"));
    }

    private static Map<Long, Sum> sums(JsonNode array, Layout layout) {
        Map<Long, Sum> sums = new LinkedHashMap<>();
        for (JsonNode one : array) {
            sums.put(
                    cell(one, layout),
                    new Sum(
                            whole(one.path("whole")),
                            one.has("decimal") ? new BigDecimal(text(one, "decimal")) : null));
        }
        return sums;
    }

    private static Map<Long, Amounts> amounts(
            JsonNode array, Layout layout, boolean ofIdentities, List<String> identities) {
        Map<Long, Amounts> amounts = new LinkedHashMap<>();
        for (JsonNode one : array) {
            List<Long> values = new ArrayList<>();
            for (JsonNode value : array(one, "amounts")) {
                values.add(whole(value));
                if (ofIdentities) {
                    identities.get(Math.toIntExact(whole(value)));
                }
            }
            amounts.put(
                    cell(one, layout),
                    Amounts.of(values.stream().mapToLong(Long::longValue).toArray()));
        }
        return amounts;
    }

    private static long cell(JsonNode one, Layout layout) {
        List<Integer> digits = new ArrayList<>();
        array(one, "cell").forEach(digit -> digits.add(Math.toIntExact(whole(digit))));
        return layout.cell(digits.stream().mapToInt(Integer::intValue).toArray());
    }

    private static long whole(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "Cannot read partial figures: no whole number where there has to be one");
        }
        return node.longValue();
    }

    private static String text(JsonNode object, String field) {
        if (!object.path(field).isTextual()) {
            throw new IllegalArgumentException("Cannot read partial figures: " + field + " is missing or no text");
        }
        return object.path(field).textValue();
    }

    private static JsonNode array(JsonNode object, String field) {
        if (!object.path(field).isArray()) {
            throw new IllegalArgumentException("Cannot read partial figures: " + field + " is missing or no list");
        }
        return object.path(field);
    }

    private static <C extends Code> C code(JsonNode object, String field, C[] codes) {
        String text = text(object, field);
        return Arrays.stream(codes)
                .filter(code -> code.code().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Cannot read partial figures: unknown " + field + " " + text));
    }
}
