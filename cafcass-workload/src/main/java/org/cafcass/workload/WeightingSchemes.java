package org.cafcass.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cafcass.workload.json.JsonFields;

/** Weighting schemes by name and day: of several of one name the latest whose {@code effective_from} has come counts. */
public final class WeightingSchemes {
    /** The name of the scheme that counts unless another is given. */
    public static final String DEFAULT = "ceiling-2022";

    private static final WeightingSchemes SHIPPED =
            of(List.of(shipped("one-each.json"), shipped("ceiling-2022.json"), shipped("surveyed-2021.json")));

    private final Map<String, TreeMap<LocalDate, WeightingScheme>> byName = new TreeMap<>();

    private WeightingSchemes(Collection<WeightingScheme> schemes) {
        for (WeightingScheme scheme : schemes) {
            WeightingScheme other = byName.computeIfAbsent(scheme.name(), name -> new TreeMap<>())
                    .put(scheme.effectiveFrom(), scheme);
            if (other != null) {
                throw new WorkloadException("Invalid weighting scheme: two of the name " + scheme.name()
                        + " are effective from " + scheme.effectiveFrom());
            }
        }
    }

    /**
     * Some schemes.
     *
     * @throws WorkloadException if two of one name begin on the same day
     */
    public static WeightingSchemes of(Collection<WeightingScheme> schemes) {
        return new WeightingSchemes(schemes);
    }

    /** The schemes that ship with the library: {@code one-each}, {@code ceiling-2022} and {@code surveyed-2021}. */
    public static WeightingSchemes shipped() {
        return SHIPPED;
    }

    /**
     * The schemes of a JSON document: one object, or an array of them.
     *
     * @throws WorkloadException if the text is no JSON or has faults; the message names all of them
     */
    public static WeightingSchemes parse(String json) {
        return of(JsonFields.readDocument("weighting scheme", json, WeightingScheme::read));
    }

    /**
     * The schemes of a JSON file.
     *
     * @throws WorkloadException if the file cannot be read, is no JSON or has faults; the message names all of them
     */
    public static WeightingSchemes read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException notText) {
            throw new WorkloadException("Cannot read weighting scheme: " + file + " is not UTF-8");
        } catch (IOException unreadable) {
            throw new WorkloadException("Cannot read weighting scheme: no readable file " + file);
        }
    }

    /** The names, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** Every scheme, by name and then by day. */
    public List<WeightingScheme> all() {
        List<WeightingScheme> all = new ArrayList<>();
        byName.values().forEach(versions -> all.addAll(versions.values()));
        return all;
    }

    /**
     * The scheme of a name that counts on a day.
     *
     * @throws WorkloadException if there is none of the name, or none of them is effective by the day
     */
    public WeightingScheme inEffect(String name, LocalDate asAt) {
        return find(name, asAt).orElseThrow(() -> new WorkloadException(notInEffect(name, asAt)));
    }

    /* The scheme of a name that counts on a day; empty where none of them is effective by it. */
    Optional<WeightingScheme> find(String name, LocalDate asAt) {
        return Optional.ofNullable(versions(name).floorEntry(asAt)).map(Map.Entry::getValue);
    }

    String notInEffect(String name, LocalDate asAt) {
        return "Cannot use weighting scheme " + name + ": not in effect on " + asAt + ", effective from "
                + versions(name).firstKey();
    }

    private NavigableMap<LocalDate, WeightingScheme> versions(String name) {
        TreeMap<LocalDate, WeightingScheme> versions = byName.get(name);
        if (versions == null) {
            throw new WorkloadException(
                    "Unknown weighting scheme: " + name + " (there are " + String.join(", ", byName.keySet()) + ")");
        }
        return versions;
    }

    private static WeightingScheme shipped(String resource) {
        try (InputStream json =
                Objects.requireNonNull(WeightingSchemes.class.getResourceAsStream(resource), resource)) {
            String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
            return JsonFields.readDocument("weighting scheme", text, WeightingScheme::read)
                    .get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
