package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.Code;
import org.jspecify.annotations.Nullable;

/** A column of an extract's table: its name, what its cells hold and whether they may be empty. */
public final class ExtractColumn {
    /** What the cells of a column hold. */
    public enum Kind {
        /** An opaque text of 1 to 64 characters that need not name a row of another table. */
        IDENTIFIER,
        /** The identifier of a row of {@link ExtractColumn#references() another table}. */
        REFERENCE,
        /** A text of any length. */
        TEXT,
        /** A day, {@code yyyy-MM-dd}. */
        DATE,
        /** One of the {@link ExtractColumn#codes() code words}, in any case. */
        CODE,
        /** {@code true} or {@code false}, in any case. */
        BOOLEAN,
        /** A whole number, 0 or more. */
        COUNT,
        /** A decimal number, kept exactly. */
        DECIMAL
    }

    private final String name;
    private final Kind kind;
    private final boolean required;
    private final boolean falseWhenAbsent;
    private final boolean identifiesChild;
    private final List<? extends Code> codes;
    private final @Nullable ExtractTable references;
    private final DecimalRange range;

    private ExtractColumn(
            String name,
            Kind kind,
            boolean required,
            boolean falseWhenAbsent,
            boolean identifiesChild,
            List<? extends Code> codes,
            @Nullable ExtractTable references,
            DecimalRange range) {
        this.name = name;
        this.kind = kind;
        this.required = required;
        this.falseWhenAbsent = falseWhenAbsent;
        this.identifiesChild = identifiesChild;
        this.codes = codes;
        this.references = references;
        this.range = range;
    }

    static ExtractColumn identifier(String name) {
        return of(name, Kind.IDENTIFIER);
    }

    static ExtractColumn reference(String name, ExtractTable table) {
        return new ExtractColumn(name, Kind.REFERENCE, true, false, false, List.of(), table, DecimalRange.ZERO_OR_MORE);
    }

    static ExtractColumn text(String name) {
        return of(name, Kind.TEXT);
    }

    static ExtractColumn date(String name) {
        return of(name, Kind.DATE);
    }

    static <E extends Enum<E> & Code> ExtractColumn code(String name, Class<E> codes) {
        return new ExtractColumn(
                name,
                Kind.CODE,
                true,
                false,
                false,
                List.of(codes.getEnumConstants()),
                null,
                DecimalRange.ZERO_OR_MORE);
    }

    static ExtractColumn yesOrNo(String name) {
        return of(name, Kind.BOOLEAN);
    }

    static ExtractColumn count(String name) {
        return of(name, Kind.COUNT);
    }

    static ExtractColumn decimal(String name, DecimalRange range) {
        return new ExtractColumn(name, Kind.DECIMAL, true, false, false, List.of(), null, range);
    }

    private static ExtractColumn of(String name, Kind kind) {
        return new ExtractColumn(name, kind, true, false, false, List.of(), null, DecimalRange.ZERO_OR_MORE);
    }

    ExtractColumn optional() {
        return new ExtractColumn(name, kind, false, falseWhenAbsent, identifiesChild, codes, references, range);
    }

    ExtractColumn falseUnlessSaid() {
        return new ExtractColumn(name, kind, false, true, identifiesChild, codes, references, range);
    }

    ExtractColumn identifyingChild() {
        return new ExtractColumn(name, kind, required, falseWhenAbsent, true, codes, references, range);
    }

    /** The name, as it stands in a header: {@code received_on}. */
    public String name() {
        return name;
    }

    /** What the cells hold. */
    public Kind kind() {
        return kind;
    }

    /** Whether a table has to have this column and every row a value in it. */
    public boolean required() {
        return required;
    }

    /** Whether the values tell who a child is: shown only to those who ask for them. */
    public boolean identifiesChild() {
        return identifiesChild;
    }

    /** The code words, in the order of their ordinals; empty unless the kind is {@link Kind#CODE}. */
    public List<? extends Code> codes() {
        return codes;
    }

    /** The table that the values name rows of; empty unless the kind is {@link Kind#REFERENCE}. */
    public Optional<ExtractTable> references() {
        return Optional.ofNullable(references);
    }

    /** Whether an empty cell means false. */
    boolean falseWhenAbsent() {
        return falseWhenAbsent;
    }

    DecimalRange range() {
        return range;
    }

    /** Returns the column's name. */
    @Override
    public String toString() {
        return name;
    }

    /** The numbers that a decimal column allows. */
    enum DecimalRange {
        ZERO_OR_MORE,
        ABOVE_ZERO,
        FULL_TIME_EQUIVALENT;

        private static final BigDecimal MAXIMUM_FULL_TIME_EQUIVALENT = new BigDecimal("1.5");

        boolean allows(BigDecimal number) {
            return switch (this) {
                case ZERO_OR_MORE -> number.signum() >= 0;
                case ABOVE_ZERO -> number.signum() > 0;
                case FULL_TIME_EQUIVALENT -> number.signum() > 0 && number.compareTo(MAXIMUM_FULL_TIME_EQUIVALENT) <= 0;
            };
        }
    }
}
