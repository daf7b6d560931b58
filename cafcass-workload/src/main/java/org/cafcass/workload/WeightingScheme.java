package org.cafcass.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cafcass.model.Adviser;
import org.cafcass.model.Team;
import org.cafcass.workload.json.JsonFields;

/**
 * How cases weigh and how much advisers can hold, as data: written and read as JSON.
 *
 * <p>A case weighs the points of the first weight that matches its kind, then changed by each adjustment that matches, in their order.
 * An adviser's capacity is {@code capacityPerFte x fte}, lowered by each reduction that matches; with a personal ceiling it is {@code
 * capacityPerFte x ceiling / the team's ceiling}, without fte and reductions. Arithmetic is exact; only that quotient, where it does not
 * come out even, is taken up to 34 digits, so that a ceiling's worth of cases always fits.
 *
 * @param name the name; several schemes of one name replace each other by their day
 * @param effectiveFrom the first day on which it counts
 * @param capacityPerFte the points that a full-time adviser can hold
 * @param ceilings by team, the cases that a full-time adviser can hold
 * @param weights what kinds of case weigh; the first that matches counts
 * @param adjustments what changes that, in this order
 * @param reductions what lowers capacity
 * @param bands the levels of saturation
 */
public record WeightingScheme(
        String name,
        LocalDate effectiveFrom,
        BigDecimal capacityPerFte,
        Map<Team, BigDecimal> ceilings,
        List<Weight> weights,
        List<Adjustment> adjustments,
        List<Reduction> reductions,
        Bands bands) {
    private static final MathContext UP_TO_34_DIGITS = new MathContext(34, RoundingMode.UP);

    /** Takes copies of what is given. */
    public WeightingScheme {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(capacityPerFte, "capacityPerFte");
        Objects.requireNonNull(bands, "bands");
        EnumMap<Team, BigDecimal> byTeam = new EnumMap<>(Team.class);
        byTeam.putAll(ceilings);
        ceilings = Collections.unmodifiableMap(byTeam);
        weights = List.copyOf(weights);
        adjustments = List.copyOf(adjustments);
        reductions = List.copyOf(reductions);
    }

    /**
     * The points of a kind of case.
     *
     * @throws WorkloadException if the scheme has no weight for it
     */
    public Points points(CaseKind kind) {
        Points points = weight(kind).points();
        for (Adjustment adjustment : adjustments) {
            if (adjustment.when().matches(kind)) {
                points = adjustment.applyTo(points, kind);
            }
        }
        return points;
    }

    /**
     * How the points of a kind of case come about, step by step.
     *
     * @throws WorkloadException if the scheme has no weight for it
     */
    public List<Step> explain(CaseKind kind) {
        Weight weight = weight(kind);
        Points points = weight.points();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(weight.when().toString(), points.central()));
        for (Adjustment adjustment : adjustments) {
            if (adjustment.when().matches(kind)) {
                points = adjustment.applyTo(points, kind);
                steps.add(new Step(adjustment.words(kind), points.central()));
            }
        }
        return steps;
    }

    private Weight weight(CaseKind kind) {
        for (Weight weight : weights) {
            if (weight.when().matches(kind)) {
                return weight;
            }
        }
        throw withoutWeight(kind);
    }

    boolean hasWeight(CaseKind kind) {
        return weights.stream().anyMatch(weight -> weight.when().matches(kind));
    }

    WorkloadException withoutWeight(CaseKind kind) {
        return new WorkloadException("Cannot weigh a case: weighting scheme " + name + " has no weight for " + kind);
    }

    /**
     * The capacity of an adviser as at a day: 0 for one who is not employed then.
     *
     * @throws WorkloadException if the adviser has a personal ceiling and the scheme none for the team
     */
    public Capacity capacity(Adviser adviser, LocalDate asAt) {
        if (!isEmployed(adviser, asAt)) {
            return new Capacity(BigDecimal.ZERO, List.of(new Step("not employed", BigDecimal.ZERO)));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("capacity per FTE", capacityPerFte));
        BigDecimal points;
        if (adviser.ceiling().isPresent()) {
            BigDecimal ceiling = adviser.ceiling().get();
            BigDecimal ofTeam = ceilings.get(adviser.team());
            if (ofTeam == null) {
                throw new WorkloadException("Cannot work out a capacity: weighting scheme " + name
                        + " has no ceiling for team " + adviser.team().code());
            }
            points = capacityPerFte.multiply(ceiling).divide(ofTeam, UP_TO_34_DIGITS);
            steps.add(new Step(
                    "personal ceiling: x " + ceiling.toPlainString() + " / " + ofTeam.toPlainString(), points));
        } else {
            points = capacityPerFte.multiply(adviser.fte());
            steps.add(new Step("fte: x " + adviser.fte().toPlainString(), points));
            for (Reduction reduction : reductions) {
                if (reduction.when().matches(adviser, asAt)) {
                    points = reduction.applyTo(points);
                    steps.add(new Step(
                            reduction.name() + ": - " + reduction.percent().toPlainString() + "%", points));
                }
            }
        }
        return new Capacity(points, steps);
    }

    static boolean isEmployed(Adviser adviser, LocalDate asAt) {
        return !asAt.isBefore(adviser.startedOn())
                && adviser.leftOn().map(asAt::isBefore).orElse(true);
    }

    static WeightingScheme read(JsonFields fields) {
        return new WeightingScheme(
                fields.text("name"),
                fields.date("effective_from"),
                fields.positive("capacity_per_fte"),
                fields.object("ceilings", WeightingScheme::readCeilings),
                fields.objects("weights", Weight::read),
                fields.optional("adjustments", key -> fields.objects(key, Adjustment::read))
                        .orElse(List.of()),
                fields.optional("reductions", key -> fields.objects(key, Reduction::read))
                        .orElse(List.of()),
                fields.object("bands", Bands::read));
    }

    private static Map<Team, BigDecimal> readCeilings(JsonFields fields) {
        Map<Team, BigDecimal> ceilings = new EnumMap<>(Team.class);
        for (Team team : Team.values()) {
            if (fields.has(team.code())) {
                ceilings.put(team, fields.positive(team.code()));
            }
        }
        return ceilings;
    }

    /** The scheme as JSON; it reads back equal. */
    public String toJson() {
        return JsonFields.write(tree());
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("effective_from", effectiveFrom.toString());
        tree.put("capacity_per_fte", capacityPerFte);
        Map<String, Object> byTeam = new LinkedHashMap<>();
        ceilings.forEach((team, ceiling) -> byTeam.put(team.code(), ceiling));
        tree.put("ceilings", byTeam);
        tree.put("weights", weights.stream().map(Weight::tree).toList());
        tree.put("adjustments", adjustments.stream().map(Adjustment::tree).toList());
        tree.put("reductions", reductions.stream().map(Reduction::tree).toList());
        Map<String, Object> levels = new LinkedHashMap<>();
        levels.put("near", bands.near());
        levels.put("over", bands.over());
        tree.put("bands", levels);
        return tree;
    }
}
