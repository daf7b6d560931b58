package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A children's case: one set of family proceedings, about one child or several; a row of {@code cases}. */
@Value.Immutable
@JsonSerialize(as = ImmutableChildrensCase.class)
@JsonDeserialize(as = ImmutableChildrensCase.class)
public abstract class ChildrensCase {
    ChildrensCase() {}

    /** The identifier of the case. */
    @JsonProperty("case_id")
    public abstract CaseId caseId();

    /** Public or private law. */
    @JsonProperty("law")
    public abstract Law law();

    /** The kind of application; it belongs to the law. */
    @JsonProperty("application")
    public abstract Application application();

    /** The service area that works the case. */
    @JsonProperty("area_code")
    public abstract AreaCode areaCode();

    /** The day on which the case was received: the first day on which it is open. */
    @JsonProperty("received_on")
    public abstract LocalDate receivedOn();

    /** The day of the first hearing. */
    @JsonProperty("first_hearing_on")
    public abstract Optional<LocalDate> firstHearingOn();

    /** The day on which the court ordered work beyond the first hearing. */
    @JsonProperty("further_work_ordered_on")
    public abstract Optional<LocalDate> furtherWorkOrderedOn();

    /** The day on which a guardian was appointed under rule 16.4 of the Family Procedure Rules. */
    @JsonProperty("rule_16_4_on")
    public abstract Optional<LocalDate> rule164On();

    /** Whether the case is of high risk; false unless said. */
    @Value.Default
    @JsonProperty("high_risk")
    public boolean highRisk() {
        return false;
    }

    /** The court, as the case system codes it. */
    @JsonProperty("court_code")
    public abstract Optional<String> courtCode();

    /** The day on which the case was closed: the first day on which it is no longer open. */
    @JsonProperty("closed_on")
    public abstract Optional<LocalDate> closedOn();

    /** An earlier case of the same children; it need not be in the extract. */
    @JsonProperty("previous_case_id")
    public abstract Optional<CaseId> previousCaseId();

    @Value.Check
    void check() {
        if (application().law() != law()) {
            throw new IllegalArgumentException("Invalid children's case: application "
                    + application().code() + " is not of " + law().code() + " law");
        }
        checkArgument(
                closedOn().map(day -> !day.isBefore(receivedOn())).orElse(true),
                "Invalid children's case: closed before received");
        checkArgument(
                firstHearingOn().map(day -> !day.isBefore(receivedOn())).orElse(true),
                "Invalid children's case: first hearing before received");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link ChildrensCase}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableChildrensCase.Builder {
        Builder() {}
    }
}
