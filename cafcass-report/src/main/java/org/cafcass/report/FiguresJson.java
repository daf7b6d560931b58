package org.cafcass.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Decimals;
import org.cafcass.metrics.Figure;

/** Figures as a JSON array, one object a line. */
final class FiguresJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FiguresJson() {}

    static void write(List<Figure> figures, Appendable to) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(new OneValueALine());
            json.writeStartArray();
            for (Figure figure : figures) {
                write(figure, json);
            }
            json.writeEndArray();
        }
        text.append('\n');
        to.append(text.getBuffer());
    }

    private static void write(Figure figure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("measure", figure.measure().name());
        json.writeStringField("unit", figure.measure().unit());
        json.writeStringField("period_start", figure.period().first().toString());
        json.writeStringField("period_end", figure.period().last().toString());
        json.writeObjectFieldStart("breakdown");
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<BreakdownKey, String> entry : figure.breakdown().values().entrySet()) {
            values.put(entry.getKey().code(), entry.getValue());
        }
        for (Map.Entry<String, String> entry : values.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        number(json, "value", figure.value());
        number(json, "numerator", figure.numerator());
        number(json, "denominator", figure.denominator());
        number(json, "lower", figure.lower());
        number(json, "upper", figure.upper());
        json.writeStringField("status", figure.status().code());
        json.writeObjectFieldStart("conventions");
        json.writeStringField("duration", figure.conventions().duration().code());
        json.writeStringField("quantile", figure.conventions().quantile().code());
        json.writeStringField("children", figure.conventions().children().code());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, OptionalDouble number) throws IOException {
        json.writeFieldName(name);
        if (number.isPresent()) {
            json.writeNumber(Decimals.shortest(number.getAsDouble()).toPlainString());
        } else {
            json.writeNull();
        }
    }

    /* The only array is that of the figures. */
    private static final class OneValueALine extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            json.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(",\n");
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) throws IOException {
            json.writeRaw(values == 0 ? "]" : "\n]");
        }
    }
}
