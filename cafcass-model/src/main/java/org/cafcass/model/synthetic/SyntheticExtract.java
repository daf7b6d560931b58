package org.cafcass.model.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.cafcass.model.extract.Extract;

/**
 * A made-up extract of a national service, whose figures are those that a published board paper prints.
 *
 * <p>The same scenario, seed and scale give the same extract, on any Java runtime. Another seed gives other cases with the
 * same figures. At scale 1 the counts that the paper prints come out exactly, and its rates and means to the decimal that is
 * printed; at another scale counts are that many times as high, to the nearest whole, and rates and means about the same.
 *
 * <p>The extract holds every case that was open on, or received after, the day before the first of the paper's two years.
 * Nobody in it is real: identifiers are random, there are no names, and every child is born on the 15th of a month.
 *
 * <pre>{@code
 * Extract extract = SyntheticExtract.scenario("national-2025").seed(42).extract();
 * }</pre>
 */
public final class SyntheticExtract {
    private final Scenario scenario;
    private final long seed;
    private final Scale scale;

    private SyntheticExtract(Scenario scenario, long seed, Scale scale) {
        this.scenario = scenario;
        this.seed = seed;
        this.scale = scale;
    }

    /** The names of the scenarios, the latest paper first. */
    public static List<String> scenarios() {
        return Scenario.names();
    }

    /**
     * The scenario of this name, with seed 1 and scale 1.
     *
     * @throws IllegalArgumentException if there is no scenario of this name; the message names those there are
     */
    public static SyntheticExtract scenario(String name) {
        return new SyntheticExtract(Scenario.named(name), 1, new Scale(1));
    }

    /** The same scenario and scale with other random draws. */
    public SyntheticExtract seed(long seed) {
        return new SyntheticExtract(scenario, seed, scale);
    }

    /**
     * The same scenario and seed with so many times as many rows.
     *
     * @throws IllegalArgumentException if the scale is not 0.01 to 1000
     */
    public SyntheticExtract scale(double scale) {
        return new SyntheticExtract(scenario, seed, new Scale(scale));
    }

    /** The day that the extract is made on, the as-at day of the paper's figures. */
    public LocalDate asAt() {
        return scenario.asAt();
    }

    /** The working days on which the organisation was closed, in order; the paper's figures of working days need them. */
    public List<LocalDate> closures() {
        return scenario.closures();
    }

    /** Makes the extract. */
    public Extract extract() {
        SplittableRandom random = new SplittableRandom(seed);
        WorkingDays workingDays = new WorkingDays(scenario.closures());
        List<CaseFile> cases = new Intake(scenario, scale, workingDays, new Draw(random.split())).cases();
        new Proceedings(scenario, scale, workingDays, new Draw(random.split())).decide(cases);
        new Reports(scenario, scale, workingDays, new Draw(random.split())).order(cases);
        new Filing(scenario, workingDays, new Draw(random.split())).settle(cases);
        new Households(scenario, workingDays, new Draw(random.split())).fill(cases);
        List<AdviserFile> advisers = new Staff(scenario, scale, workingDays, new Draw(random.split())).advisers();
        Holdings holdings = new Holdings(scenario, scale, new Draw(random.split()), advisers);
        holdings.decide(cases);

        Extract.Builder extract = Extract.builder();
        scenario.areas().forEach(area -> extract.add(area.area()));
        StaffRows staffRows = new StaffRows(scenario, extract);
        advisers.forEach(staffRows::write);
        CaseRows caseRows = new CaseRows(scenario, new Draw(random.split()), extract);
        cases.forEach(caseRows::write);
        Hearings hearings = new Hearings(scenario, workingDays, new Draw(random.split()), extract);
        cases.forEach(hearings::write);
        Allocations allocations =
                new Allocations(scenario, workingDays, new Draw(random.split()), holdings, advisers, extract);
        allocations.write(cases);
        CaseIndex index = new CaseIndex(scenario.areas().size(), cases);
        Audits audits = new Audits(scenario, scale, workingDays, new Draw(random.split()), index, advisers, extract);
        audits.write(audits.eligible(holdings.leads()));
        Voices voices = new Voices(scenario, scale, workingDays, new Draw(random.split()), index, extract);
        voices.writeFeedback();
        cases.forEach(voices::writeChecks);
        Absences absences = new Absences(workingDays, new Draw(random.split()), advisers, extract);
        scenario.sickness().forEach(absences::write);
        Establishment establishment = new Establishment(scenario, new Draw(random.split()), extract);
        establishment.writePosts(advisers);
        establishment.writeSurveys();
        establishment.writeRatings();
        return extract.build();
    }
}
