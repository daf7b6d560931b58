package org.cafcass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Every implementation that is measured gives the right answers: none is quick by being wrong. */
class HotPathTest {
    private static final int CASES = 2000;
    private static final List<Class<? extends HotPath>> HOT_PATHS = List.of(
            SnapshotBenchmark.class,
            SeriesBenchmark.class,
            AdHocSnapshotBenchmark.class,
            ClosedCasesBenchmark.class,
            WorkingDaysBenchmark.class,
            CaseloadBenchmark.class,
            AuditBenchmark.class,
            PackBenchmark.class,
            EngineBenchmark.class,
            ReadingBenchmark.class);

    /* Each benchmark with each implementation that it is measured with; both row orders come up. */
    static Stream<Arguments> measured() {
        return HOT_PATHS.stream()
                .flatMap(hotPath ->
                        implementations(hotPath).map(implementation -> Arguments.of(hotPath, implementation)));
    }

    private static Stream<Implementation> implementations(Class<? extends HotPath> hotPath) {
        try {
            return Arrays.stream(hotPath.getField("implementation")
                            .getAnnotation(Param.class)
                            .value())
                    .map(Implementation::valueOf);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(hotPath + " has no implementations", e);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("measured")
    void answersAreRight(Class<? extends HotPath> hotPath, Implementation implementation) throws Exception {
        HotPath measured = hotPath.getConstructor().newInstance();
        hotPath.getField("implementation").set(measured, implementation);
        measured.cases = CASES;
        measured.order = implementation.ordinal() % 2 == 0 ? RowOrder.RANDOM : RowOrder.RECEIVED;

        measured.prepare();

        assertThat(measured.nextAnswer()).isNotEmpty();
        measured.close();
    }

    @Test
    void aWrongAnswerIsNotMeasured() {
        assertThatThrownBy(() -> Answers.requireEqual("snapshot", new double[] {1, 2}, new double[] {1, 2.1}))
                .hasMessage("Cannot measure snapshot: number 1 is 2.1 instead of 2.0");
        assertThatThrownBy(() -> Answers.requireEqual("snapshot", new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("Cannot measure snapshot: number 0 is NaN instead of 1.0");
        assertThatThrownBy(() -> Answers.requireEqual("snapshot", new double[] {1, 2}, new double[] {1}))
                .hasMessage("Cannot measure snapshot: 1 numbers instead of 2");
    }
}
