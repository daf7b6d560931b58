package org.cafcass.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.model.Area;

/** How the parts of a population are named, and in which order areas stand: that of the extract. */
final class PartNames {
    private static final Pattern OF_A_SECTION = Pattern.compile("s(\\d+)_(.+)");

    private final Map<String, String> areas = new LinkedHashMap<>();
    private final List<String> codes;
    private final Map<String, String> regions = new LinkedHashMap<>();

    PartNames(List<Area> areas) {
        for (Area area : areas) {
            String code = area.areaCode().value();
            this.areas.put(code, area.name().equals(code) ? code : area.name() + " (" + code + ")");
            this.regions.put(code, area.region());
        }
        this.codes = List.copyOf(this.areas.keySet());
    }

    /** The codes of the areas, in order. */
    List<String> areas() {
        return codes;
    }

    /** The codes of the areas in one of some regions, in order; where none is named, of all. */
    List<String> areas(List<String> ofRegions) {
        return codes.stream()
                .filter(code -> ofRegions.isEmpty() || ofRegions.contains(regions.get(code)))
                .toList();
    }

    /** An area by name and code. */
    String area(String code) {
        return areas.getOrDefault(code, code);
    }

    String of(Breakdown part) {
        return part.isWhole()
                ? "All"
                : part.values().entrySet().stream()
                        .map(entry -> switch (entry.getKey()) {
                            case AREA -> area(entry.getValue());
                            case SCALE -> "Scale " + entry.getValue().replace('_', ' ');
                            case LAW -> words(entry.getValue()) + " law";
                            default -> words(entry.getValue());
                        })
                        .collect(Collectors.joining(", "));
    }

    /** A title with the part that it is of: {@code Closed within 26 weeks, public law}. */
    String titled(String title, Breakdown part) {
        if (part.isWhole()) {
            return title;
        }
        String name = of(part);
        return title + ", " + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Figures in the order of their parts. */
    List<Figure> inOrder(List<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparing(Figure::breakdown, this::compare))
                .toList();
    }

    /** Parts of the same keys in order: areas as in the extract, closed lists as in the model, grades from the highest, others by code point. */
    int compare(Breakdown one, Breakdown other) {
        for (Map.Entry<BreakdownKey, String> entry : one.values().entrySet()) {
            BreakdownKey key = entry.getKey();
            int order = Integer.compare(
                    place(key, entry.getValue()), place(key, other.value(key).orElse("")));
            if (order != 0) {
                return key == BreakdownKey.GRADE ? -order : order;
            }
        }
        return one.toString().compareTo(other.toString());
    }

    private int place(BreakdownKey key, String value) {
        return key == BreakdownKey.AREA
                ? codes.indexOf(value)
                : key.closedValues().indexOf(value);
    }

    /** A code in words: {@code deprivation_of_liberty} is {@code Deprivation of liberty}, {@code s31_care} is {@code Care (section 31)}. */
    static String words(String code) {
        Matcher section = OF_A_SECTION.matcher(code);
        if (section.matches()) {
            return words(section.group(2)) + " (section " + section.group(1) + ")";
        }
        String words = code.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
