package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    /** In each row the first known name is fewer edits away than the second; both numbers beside it. */
    @ParameterizedTest
    @CsvSource({
        "abc, abcd, xyzabc", // 1, 3
        "abc, xabc, b", // 1, 2
        "ab, wxyab, cdefghij", // 3, 8
        "lawn, law, lane" // 1, 2: a letter removed, two replaced
    })
    void fewestEdits(String name, String nearest, String other) {
        assertThat(NearestName.unknown("name", name, List.of(other, nearest)))
                .isEqualTo("Unknown name: " + name + ". Maybe " + nearest + "?");
    }

    @ParameterizedTest
    @CsvSource({"opn, open, on, oan", "x, c, b, a"})
    void ofEquallyNearOnesTheFirstByName(String name, String third, String second, String first) {
        assertThat(NearestName.unknown("name", name, List.of(third, second, first)))
                .endsWith(". Maybe " + first + "?");
    }
}
