package org.cafcass.model.extract;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.Allocation;
import org.cafcass.model.Answer;
import org.cafcass.model.Area;
import org.cafcass.model.Audit;
import org.cafcass.model.Check;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Feedback;
import org.cafcass.model.Hearing;
import org.cafcass.model.Post;
import org.cafcass.model.Rating;
import org.cafcass.model.Report;
import org.cafcass.model.SurveyQuestion;
import org.jspecify.annotations.Nullable;

/**
 * An extract: the tables of a case management system at one moment, every row of which holds the rules of the format.
 *
 * <p>It is stored as {@link Columns columns}; the lists of values are views in row order, with random access, that make
 * a value each time one is asked for. Equal extracts have the same tables with equal values in the same rows. Immutable
 * and safe for any number of threads.
 */
public final class Extract {
    private final Map<ExtractTable, Columns> given;
    private final Map<ExtractTable, Columns> all;

    private Extract(Map<ExtractTable, Columns> given) {
        this.given = given;
        this.all = new EnumMap<>(ExtractTable.class);
        for (ExtractTable table : ExtractTable.values()) {
            Columns columns = given.get(table);
            all.put(table, columns == null ? TableIntake.empty(table) : columns);
        }
    }

    /** The extract of tables that are complete; a table that is missing was not given. */
    static Extract of(Map<ExtractTable, TableIntake> tables) {
        Map<ExtractTable, Columns> given = new EnumMap<>(ExtractTable.class);
        tables.forEach((table, intake) -> {
            intake.trim();
            given.put(table, intake.columns());
        });
        return new Extract(given);
    }

    /** A builder without rows. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether the table was given; a header alone counts. What needs a table that was not given is not available, never zero. */
    public boolean has(ExtractTable table) {
        return given.containsKey(table);
    }

    /** The number of rows of the table; 0 if it was not given. */
    public int count(ExtractTable table) {
        return columns(table).size();
    }

    /** The table as columns; of a table that was not given, columns of no rows. */
    public Columns columns(ExtractTable table) {
        return Objects.requireNonNull(all.get(Objects.requireNonNull(table, "table")));
    }

    /** The rows of {@code areas}. */
    public List<Area> areas() {
        return rows(RowBinding.AREAS);
    }

    /** The rows of {@code advisers}. */
    public List<Adviser> advisers() {
        return rows(RowBinding.ADVISERS);
    }

    /** The rows of {@code cases}. */
    public List<ChildrensCase> cases() {
        return rows(RowBinding.CASES);
    }

    /** The rows of {@code children}. */
    public List<Child> children() {
        return rows(RowBinding.CHILDREN);
    }

    /** The rows of {@code allocations}. */
    public List<Allocation> allocations() {
        return rows(RowBinding.ALLOCATIONS);
    }

    /** The rows of {@code hearings}. */
    public List<Hearing> hearings() {
        return rows(RowBinding.HEARINGS);
    }

    /** The rows of {@code reports}. */
    public List<Report> reports() {
        return rows(RowBinding.REPORTS);
    }

    /** The rows of {@code audits}. */
    public List<Audit> audits() {
        return rows(RowBinding.AUDITS);
    }

    /** The rows of {@code answers}. */
    public List<Answer> answers() {
        return rows(RowBinding.ANSWERS);
    }

    /** The rows of {@code feedback}. */
    public List<Feedback> feedback() {
        return rows(RowBinding.FEEDBACK);
    }

    /** The rows of {@code absences}. */
    public List<Absence> absences() {
        return rows(RowBinding.ABSENCES);
    }

    /** The rows of {@code checks}. */
    public List<Check> checks() {
        return rows(RowBinding.CHECKS);
    }

    /** The rows of {@code survey}. */
    public List<SurveyQuestion> survey() {
        return rows(RowBinding.SURVEY);
    }

    /** The rows of {@code posts}. */
    public List<Post> posts() {
        return rows(RowBinding.POSTS);
    }

    /** The rows of {@code ratings}. */
    public List<Rating> ratings() {
        return rows(RowBinding.RATINGS);
    }

    <T> List<T> rows(RowBinding<T, ?> binding) {
        return new Rows<>(this, binding);
    }

    /** What a column says in a row: a text, day, code, truth value, count or decimal; a reference is its identifier. */
    @Nullable
    Object value(Columns columns, int column, int row) {
        int number = columns.number(column, row);
        if (number == Columns.ABSENT) {
            return null;
        }
        ExtractColumn declared = columns.table().columns().get(column);
        return switch (declared.kind()) {
            case IDENTIFIER, TEXT -> columns.dictionary(column).text(number);
            case REFERENCE ->
                columns(declared.references().orElseThrow()).dictionary(0).text(number);
            case DATE -> LocalDate.ofEpochDay(number);
            case CODE -> declared.codes().get(number);
            case BOOLEAN -> number == 1;
            case COUNT -> number;
            case DECIMAL -> columns.decimal(column, row);
        };
    }

    /** Whether the object is an extract of the same tables with equal values in the same rows. */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Extract other && given.equals(other.given);
    }

    @Override
    public int hashCode() {
        return given.hashCode();
    }

    /** Returns the tables that were given, each with its number of rows. */
    @Override
    public String toString() {
        return given.values().stream().map(Columns::toString).collect(Collectors.joining(", ", "Extract[", "]"));
    }

    private static final class Rows<T> extends AbstractList<T> implements RandomAccess {
        private final Extract extract;
        private final RowBinding<T, ?> binding;

        Rows(Extract extract, RowBinding<T, ?> binding) {
            this.extract = extract;
            this.binding = binding;
        }

        @Override
        public T get(int row) {
            return binding.read(extract, Objects.checkIndex(row, size()));
        }

        @Override
        public int size() {
            return extract.count(binding.table());
        }
    }

    /**
     * Makes an extract of values. Rows may be added in any order, also before those that they refer to; a table has them
     * in the order in which they were added. An empty text is an absent value, as it is in a file.
     */
    public static final class Builder {
        private final Map<ExtractTable, RowBuffer> tables = new EnumMap<>(ExtractTable.class);
        private final Map<ExtractTable, Cells> cells = new EnumMap<>(ExtractTable.class);

        private Builder() {
            for (ExtractTable table : ExtractTable.values()) {
                cells.put(table, Cells.ofOneRow(table));
                if (table.required()) {
                    present(table);
                }
            }
        }

        /** Declares that a table is given, though it may have no row; the required ones always are. */
        public Builder present(ExtractTable table) {
            tables.computeIfAbsent(Objects.requireNonNull(table, "table"), RowBuffer::new);
            return this;
        }

        /** Adds a row to {@code areas}. */
        public Builder add(Area row) {
            return add(RowBinding.AREAS, row);
        }

        /** Adds a row to {@code advisers}. */
        public Builder add(Adviser row) {
            return add(RowBinding.ADVISERS, row);
        }

        /** Adds a row to {@code cases}. */
        public Builder add(ChildrensCase row) {
            return add(RowBinding.CASES, row);
        }

        /** Adds a row to {@code children}. */
        public Builder add(Child row) {
            return add(RowBinding.CHILDREN, row);
        }

        /** Adds a row to {@code allocations}. */
        public Builder add(Allocation row) {
            return add(RowBinding.ALLOCATIONS, row);
        }

        /** Adds a row to {@code hearings}. */
        public Builder add(Hearing row) {
            return add(RowBinding.HEARINGS, row);
        }

        /** Adds a row to {@code reports}. */
        public Builder add(Report row) {
            return add(RowBinding.REPORTS, row);
        }

        /** Adds a row to {@code audits}. */
        public Builder add(Audit row) {
            return add(RowBinding.AUDITS, row);
        }

        /** Adds a row to {@code answers}. */
        public Builder add(Answer row) {
            return add(RowBinding.ANSWERS, row);
        }

        /** Adds a row to {@code feedback}. */
        public Builder add(Feedback row) {
            return add(RowBinding.FEEDBACK, row);
        }

        /** Adds a row to {@code absences}. */
        public Builder add(Absence row) {
            return add(RowBinding.ABSENCES, row);
        }

        /** Adds a row to {@code checks}. */
        public Builder add(Check row) {
            return add(RowBinding.CHECKS, row);
        }

        /** Adds a row to {@code survey}. */
        public Builder add(SurveyQuestion row) {
            return add(RowBinding.SURVEY, row);
        }

        /** Adds a row to {@code posts}. */
        public Builder add(Post row) {
            return add(RowBinding.POSTS, row);
        }

        /** Adds a row to {@code ratings}. */
        public Builder add(Rating row) {
            return add(RowBinding.RATINGS, row);
        }

        private <T> Builder add(RowBinding<T, ?> binding, T value) {
            ExtractTable table = binding.table();
            Cells row = Objects.requireNonNull(cells.get(table));
            binding.write(Objects.requireNonNull(value, "row"), row);
            tables.computeIfAbsent(table, RowBuffer::new).add(row);
            return this;
        }

        /**
         * The extract of the rows that were added.
         *
         * @throws IllegalArgumentException if a row breaks a rule of the format; the message names the first such rows,
         *     with table, number of the row (from 1), column and {@link SetAsideReason reason}
         */
        public Extract build() {
            Map<ExtractTable, TableIntake> complete = RowBuffer.takeIn(tables);
            if (complete.values().stream().anyMatch(table -> table.setAside().size() > 0)) {
                throw new IllegalArgumentException("Invalid extract: " + SetAsideLog.summary(complete.values()));
            }
            return Extract.of(complete);
        }
    }
}
