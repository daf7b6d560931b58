package org.cafcass.model.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON of the values of an extract: properties are the columns, days {@code "2024-01-03"}, decimals plain numbers with
 * the decimals that they have; an absent value is left out, an unknown property ignored.
 */
public final class ExtractJson {
    private static final String NAME = "the extract";

    private ExtractJson() {}

    /** A mapper of the values, newly made: the caller's to configure further. */
    public static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(CsvRows.MAXIMUM_ROW_BYTES)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** The rows of the tables in a JSON object; unknown properties of rows are added to the ignored columns. */
    static Map<ExtractTable, RowBuffer> read(InputStream in, Map<ExtractTable, List<String>> ignoredColumns) {
        Map<ExtractTable, RowBuffer> tables = new EnumMap<>(ExtractTable.class);
        try (JsonParser json = mapper().getFactory().createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                ExtractTable table = table(json.currentName());
                json.nextToken();
                if (table == null) {
                    json.skipChildren();
                } else {
                    RowBuffer rows = new RowBuffer(table);
                    ignoredColumns.put(table, readTable(json, table, rows));
                    tables.put(table, rows);
                }
            }
            if (json.nextToken() != null) {
                throw new ExtractException("Cannot read " + NAME + ": more than one JSON value");
            }
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new ExtractException("Cannot read " + NAME + ": " + where + "no valid JSON", withoutContent(e));
        } catch (IOException e) {
            throw ExtractException.cannotRead(NAME, e);
        }
        return tables;
    }

    /* A parser's own message may quote what it read. */
    private static Exception withoutContent(JsonProcessingException e) {
        e.clearLocation();
        return new IOException(e.getClass().getSimpleName());
    }

    private static @Nullable ExtractTable table(String name) {
        for (ExtractTable table : ExtractTable.values()) {
            if (table.fileName().equals(name)) {
                return table;
            }
        }
        return null;
    }

    private static List<String> readTable(JsonParser json, ExtractTable table, RowBuffer rows) throws IOException {
        expect(json, json.currentToken(), JsonToken.START_ARRAY);
        Set<String> ignored = new LinkedHashSet<>();
        Cells cells = Cells.ofOneRow(table);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, json.currentToken(), JsonToken.START_OBJECT);
            cells.clear();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                int column = table.find(json.currentName());
                JsonToken value = json.nextToken();
                if (column < 0) {
                    ignored.add(json.currentName());
                    json.skipChildren();
                } else if (value.isStructStart()) {
                    throw unexpected(json);
                } else if (value != JsonToken.VALUE_NULL) {
                    put(cells, column, json);
                }
            }
            rows.add(cells);
        }
        return List.copyOf(ignored);
    }

    private static void put(Cells cells, int column, JsonParser json) throws IOException {
        try {
            cells.put(column, json.getText());
        } catch (IllegalArgumentException e) {
            int line = json.currentTokenLocation().getLineNr();
            throw new ExtractException("Cannot read " + NAME + ": line " + line + ": " + e.getMessage(), e);
        }
    }

    private static void expect(JsonParser json, @Nullable JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw unexpected(json);
        }
    }

    private static ExtractException unexpected(JsonParser json) {
        return new ExtractException("Cannot read " + NAME + ": line "
                + json.currentTokenLocation().getLineNr()
                + ": not an object of tables, each an array of objects of single values");
    }
}
