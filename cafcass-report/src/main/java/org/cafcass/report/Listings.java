package org.cafcass.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command tells: some values of its own, sentences for a terminal, and listings. */
public final class Listings {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int WIDTH = 80;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Listing> onTerminal = new ArrayList<>();

    /** Tells nothing yet. */
    public Listings() {}

    /** Adds a value, for JSON. */
    public void value(String name, Object value) {
        values.put(name, value);
    }

    /** Adds a sentence, for a terminal. */
    public void sentence(String text) {
        sentences.add(text);
    }

    /** Adds a listing. */
    public void add(Listing listing) {
        listings.add(listing);
        onTerminal.add(listing);
    }

    /** Adds a listing that is too long for a terminal. */
    public void addForFiles(Listing listing) {
        listings.add(listing);
    }

    /** All that this tells, but of the listings only the one of a name; empty where there is none. */
    public Optional<Listings> only(String name) {
        return listings.stream()
                .filter(listing -> listing.name().equals(name))
                .findFirst()
                .map(listing -> {
                    Listings only = new Listings();
                    only.values.putAll(values);
                    only.sentences.addAll(sentences);
                    only.add(listing);
                    return only;
                });
    }

    /** The listings. */
    public List<Listing> all() {
        return List.copyOf(listings);
    }

    /** The sentences, folded at 80 characters, and the listings, for a terminal. */
    public String table() {
        StringBuilder text = new StringBuilder();
        sentences.forEach(
                sentence -> text.append(folded(Shown.onOneLine(sentence))).append('\n'));
        onTerminal.forEach(listing -> text.append('\n')
                .append(listing.name().replace('-', ' '))
                .append('\n')
                .append(listing.table()));
        return text.toString();
    }

    private static String folded(String sentence) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : sentence.split(" ")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append("\n  ");
                column = 2;
            } else if (column > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.toString();
    }

    /** Writes an object: the values, then an array for each listing. */
    public void writeJson(Appendable to) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            for (Map.Entry<String, Object> value : values.entrySet()) {
                json.writeFieldName(value.getKey());
                Listing.writeJson(json, value.getValue());
            }
            for (Listing listing : listings) {
                json.writeFieldName(listing.name().replace('-', '_'));
                listing.writeJson(json);
            }
            json.writeEndObject();
        }
        to.append(text.getBuffer()).append('\n');
    }
}
