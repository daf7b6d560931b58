package org.cafcass.benchmarks;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the benchmarks have in common: sample records, a question asked of one implementation for one day after another, and the
 * answer that a plain loop over the records gives, with which the implementation's answers are compared before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public abstract class HotPath {
    /** The number of cases; 10 million on request, with {@code -jvmArgsAppend -Xmx16g}. */
    @Param({"100000", "1000000"})
    public int cases;

    /** The order of their rows. */
    @Param({"RANDOM", "RECEIVED"})
    public RowOrder order = RowOrder.RANDOM;

    private @Nullable Question question;
    private int[] days = {};
    private int turn;

    /** The optional tables that the question needs. */
    Set<ExtractTable> tables() {
        return Set.of();
    }

    /** The days that the question is asked for in turn. */
    abstract int[] days();

    /** The question, ready to be asked of the implementation that is to be measured. */
    abstract Question question(SampleRecords records) throws Exception;

    /** The right answer, by a plain loop. */
    abstract double[] expected(SampleRecords records, int day);

    /** Draws the records, prepares the question, and compares its answers. */
    @Setup
    public void prepare() throws Exception {
        SampleRecords records = new SampleRecords(cases, order);
        Question prepared = question(records);
        days = days();
        for (int i = 0; i < days.length; i += Math.max(1, days.length / 8)) {
            Answers.requireEqual(getClass().getSimpleName(), expected(records, days[i]), prepared.answer(days[i]));
        }
        question = prepared;
    }

    /** Closes what the implementation has open. */
    @TearDown
    public void close() throws Exception {
        if (question != null) {
            question.close();
        }
    }

    /** The answer as at the next of the days. */
    double[] nextAnswer() throws Exception {
        turn = turn + 1 == days.length ? 0 : turn + 1;
        return Objects.requireNonNull(question).answer(days[turn]);
    }
}
