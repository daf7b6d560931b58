package org.cafcass.workload.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cafcass.model.Code;
import org.cafcass.workload.WorkloadException;

/**
 * The fields of a JSON object, read by name: a fault is noted with the place where it stands, and reading goes on, so that {@link
 * #readDocument} can name all of them.
 */
public final class JsonFields {
    private static final BigDecimal MAXIMUM = new BigDecimal("1e9");
    private static final int MAXIMUM_DECIMALS = 60;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonNode object;
    private final String path;
    private final List<String> faults;
    private final Set<String> read = new LinkedHashSet<>();

    private JsonFields(JsonNode object, String path, List<String> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
        if (!object.isObject()) {
            fault("", "not an object");
        }
    }

    /**
     * Reads a document that is one object, or an array of such objects.
     *
     * @param thing what an object is, in words: {@code weighting scheme}
     * @param text the document
     * @param reader reads one object
     * @throws WorkloadException if the text is no JSON, holds no object or has faults; the message names all of them
     */
    public static <T> List<T> readDocument(String thing, String text, Function<JsonFields, T> reader) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JsonProcessingException notJson) {
            throw new WorkloadException("Cannot read " + thing + ": no JSON at line "
                    + notJson.getLocation().getLineNr() + ", column "
                    + notJson.getLocation().getColumnNr());
        }
        if (root.isMissingNode() || (root.isArray() && root.isEmpty())) {
            throw new WorkloadException("Cannot read " + thing + ": empty");
        }
        List<String> faults = new ArrayList<>();
        List<T> values = new ArrayList<>();
        if (root.isArray()) {
            for (int i = 0; i < root.size(); i++) {
                values.add(readObject(new JsonFields(root.get(i), "[" + i + "]", faults), reader));
            }
        } else {
            values.add(readObject(new JsonFields(root, "", faults), reader));
        }
        if (!faults.isEmpty()) {
            throw new WorkloadException("Invalid " + thing + ": " + String.join("; ", faults));
        }
        return values;
    }

    private static <T> T readObject(JsonFields fields, Function<JsonFields, T> reader) {
        T value = reader.apply(fields);
        fields.noteUnknown();
        return value;
    }

    /** The document of a tree of maps, lists, texts, numbers and truth values, indented by two spaces. */
    public static String write(Object tree) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Cannot write JSON: " + impossible.getOriginalMessage(), impossible);
        }
    }

    /** A decimal without trailing zeros and without exponent, so that equal numbers are equal. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Notes a fault of a field. */
    public void fault(String name, String fault) {
        String place = name.isEmpty() ? path : path.isEmpty() ? name : path + "." + name;
        faults.add(place.isEmpty() ? fault : place + ": " + fault);
    }

    /** Whether the object has a field. */
    public boolean has(String name) {
        return !node(name).isMissingNode();
    }

    private JsonNode node(String name) {
        read.add(name);
        JsonNode node = object.get(name);
        return node == null ? MissingNode.getInstance() : node;
    }

    private Optional<JsonNode> required(String name) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            fault(name, "missing");
            return Optional.empty();
        }
        return Optional.of(node);
    }

    /** A text that is not empty. */
    public String text(String name) {
        return required(name)
                .filter(node -> holds(node.isTextual() && !node.textValue().isBlank(), name, "not a text"))
                .map(JsonNode::textValue)
                .orElse("");
    }

    /** A day. */
    public LocalDate date(String name) {
        Optional<JsonNode> node = required(name);
        if (node.isPresent()) {
            try {
                return LocalDate.parse(node.get().asText());
            } catch (DateTimeException notADate) {
                fault(name, "not a date");
            }
        }
        return LocalDate.EPOCH;
    }

    /** A number from a smallest to a largest value, both in. */
    public BigDecimal number(String name, BigDecimal smallest, BigDecimal largest) {
        return required(name)
                .filter(node -> holds(node.isNumber(), name, "not a number"))
                .map(JsonNode::decimalValue)
                .filter(number -> holds(
                        number.scale() <= MAXIMUM_DECIMALS
                                && number.precision() - number.scale() <= MAXIMUM_DECIMALS
                                && number.compareTo(smallest) >= 0
                                && number.compareTo(largest) <= 0,
                        name,
                        "not from " + smallest.toPlainString() + " to " + largest.toPlainString()))
                .map(JsonFields::plain)
                .orElse(largest);
    }

    /** A number of 0 or more. */
    public BigDecimal number(String name) {
        return number(name, BigDecimal.ZERO, MAXIMUM);
    }

    /** A number above 0. */
    public BigDecimal positive(String name) {
        BigDecimal number = number(name);
        holds(number.signum() > 0, name, "not above 0");
        return number;
    }

    /** A whole number from a smallest value on. */
    public int whole(String name, int smallest) {
        BigDecimal number = plain(number(name, BigDecimal.valueOf(smallest), MAXIMUM));
        holds(number.scale() == 0, name, "not a whole number");
        return number.intValue();
    }

    /** A truth value. */
    public boolean truth(String name) {
        return required(name)
                .filter(node -> holds(node.isBoolean(), name, "neither true nor false"))
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    /** One of some code words. */
    public <T extends Enum<T> & Code> T code(String name, Class<T> codes) {
        T[] values = codes.getEnumConstants();
        Optional<JsonNode> node = required(name);
        if (node.isPresent()) {
            for (T value : values) {
                if (value.code().equals(node.get().textValue())) {
                    return value;
                }
            }
            fault(name, "none of " + Arrays.stream(values).map(Code::code).collect(Collectors.joining(", ")));
        }
        return values[0];
    }

    /** A value that may be missing. */
    public <T> Optional<T> optional(String name, Function<String, T> read) {
        return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
    }

    /** An object. */
    public <T> T object(String name, Function<JsonFields, T> reader) {
        JsonNode node = required(name).orElseGet(MAPPER::createObjectNode);
        return readObject(new JsonFields(node, path.isEmpty() ? name : path + "." + name, faults), reader);
    }

    /** An array of objects. */
    public <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> values = new ArrayList<>();
        Optional<JsonNode> array = required(name).filter(node -> holds(node.isArray(), name, "not an array"));
        if (array.isPresent()) {
            for (int i = 0; i < array.get().size(); i++) {
                String place = (path.isEmpty() ? name : path + "." + name) + "[" + i + "]";
                values.add(readObject(new JsonFields(array.get().get(i), place, faults), reader));
            }
        }
        return values;
    }

    /** The names of the object's fields. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void noteUnknown() {
        for (String name : names()) {
            if (!read.contains(name)) {
                fault(name, "unknown");
            }
        }
    }

    private boolean holds(boolean condition, String name, String fault) {
        if (!condition) {
            fault(name, fault);
        }
        return condition;
    }
}
