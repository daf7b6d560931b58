package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A report that the court has ordered: a row of {@code reports}. */
@Value.Immutable
@JsonSerialize(as = ImmutableReport.class)
@JsonDeserialize(as = ImmutableReport.class)
public abstract class Report {
    Report() {}

    /** The identifier of the report. */
    @JsonProperty("report_id")
    public abstract ReportId reportId();

    /** The case that it is about. */
    @JsonProperty("case_id")
    public abstract CaseId caseId();

    /** The kind of report. */
    @JsonProperty("kind")
    public abstract ReportKind kind();

    /** The day on which it was ordered. */
    @JsonProperty("ordered_on")
    public abstract LocalDate orderedOn();

    /** The filing date that was agreed first. */
    @JsonProperty("first_agreed_on")
    public abstract Optional<LocalDate> firstAgreedOn();

    /** The filing date as agreed now. */
    @JsonProperty("agreed_on")
    public abstract Optional<LocalDate> agreedOn();

    /** The day on which it was filed. */
    @JsonProperty("filed_on")
    public abstract Optional<LocalDate> filedOn();

    @Value.Check
    void check() {
        checkArgument(
                filedOn().map(day -> !day.isBefore(orderedOn())).orElse(true), "Invalid report: filed before ordered");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Report}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableReport.Builder {
        Builder() {}
    }
}
