package org.cafcass.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.model.Area;

/** How the parts of a population are named, and in which order areas stand: that of the extract. */
final class PartNames {
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
                            default -> words(entry.getValue());
                        })
                        .collect(Collectors.joining(", "));
    }

    /** Figures by area, in the order of the areas. */
    List<Figure> inOrder(List<Figure> byArea) {
        return byArea.stream()
                .sorted(Comparator.comparing(figure -> codes.indexOf(
                        figure.breakdown().value(BreakdownKey.AREA).orElse(""))))
                .toList();
    }

    /** A code in words: {@code s31_care} is {@code S31 care}. */
    static String words(String code) {
        String words = code.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
