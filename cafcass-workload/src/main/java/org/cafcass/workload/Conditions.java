package org.cafcass.workload;

import java.util.Map;
import java.util.stream.Collectors;

/** How conditions are told in words. */
final class Conditions {
    private Conditions() {}

    static String words(Map<String, Object> keys, String none) {
        return keys.isEmpty()
                ? none
                : keys.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
