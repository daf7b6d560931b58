package org.cafcass.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.WeightingSchemes;

/** A made-up service with advisers who hold cases and others that wait on duty, drawn from a seed. */
final class NationalService {
    /** The number of areas. */
    static final int AREAS = 19;
    /** The number of family court advisers. */
    static final int ADVISERS = 1288;
    /** The number of cases on duty: Cafcass board paper, 28 April 2022. */
    static final int WAITING = 1316;

    static final LocalDate AS_AT = LocalDate.of(2025, 3, 31);

    /** Cases of many weights: by it, sharing cases out is hard. */
    static final WeightingScheme BY_CHILDREN = WeightingSchemes.parse("""
                    {"name": "by-children", "effective_from": "2010-01-01", "capacity_per_fte": 100, "ceilings": {},
                     "weights":     [{"when": {"stage": "to_first_hearing"}, "points": 2.5}, {"when": {}, "points": 4}],
                     "adjustments": [{"name": "rule 16.4", "when": {"rule_16_4": true}, "multiply": 1.2},
                                     {"name": "each further child", "when": {}, "add_per_further_child": 0.4}],
                     "bands": {"near": 85, "over": 100}}
                    """).all().get(0);

    private final SplittableRandom random;
    private final Extract.Builder extract = Extract.builder()
            .present(ExtractTable.ALLOCATIONS)
            .present(ExtractTable.HEARINGS)
            .present(ExtractTable.REPORTS);
    private final int areas;

    private NationalService(long seed, int areas) {
        this.random = new SplittableRandom(seed);
        this.areas = areas;
    }

    /** The service of the size of the whole country. */
    static Extract national(long seed) {
        return of(seed, AREAS, ADVISERS, WAITING, 24);
    }

    /** A service of some size, whose advisers hold fewer than so many cases each. */
    static Extract of(long seed, int areas, int advisers, int waiting, int heldBelow) {
        NationalService service = new NationalService(seed, areas);
        for (int area = 0; area < areas; area++) {
            service.extract.add(Area.builder()
                    .areaCode(areaCode(area))
                    .name("Area " + area)
                    .region("Region")
                    .build());
        }
        for (int adviser = 0; adviser < advisers; adviser++) {
            service.addAdviser(adviser, heldBelow);
        }
        for (int i = 0; i < waiting; i++) {
            service.addCase("W" + i, service.random.nextInt(areas), AllocationKind.DUTY, Optional.empty());
        }
        return service.extract.build();
    }

    private static AreaCode areaCode(int area) {
        return new AreaCode(SampleRecords.areaCode(area));
    }

    private void addAdviser(int number, int heldBelow) {
        String id = "A" + number;
        boolean partTime = random.nextInt(3) == 0;
        extract.add(Adviser.builder()
                .adviserId(new AdviserId(id))
                .role(Role.FAMILY_COURT_ADVISER)
                .employment(Employment.PERMANENT)
                .team(random.nextInt(4) == 0 ? Team.TO_FIRST_HEARING : Team.AFTER_FIRST_HEARING)
                .areaCode(areaCode(number % areas))
                .fte(partTime ? BigDecimal.valueOf(4 + random.nextInt(6), 1) : BigDecimal.ONE)
                .startedOn(LocalDate.of(2020, 1, 6))
                .build());
        int held = random.nextInt(partTime ? heldBelow / 2 : heldBelow);
        for (int i = 0; i < held; i++) {
            addCase(id + "-" + i, number % areas, AllocationKind.LEAD, Optional.of(new AdviserId(id)));
        }
    }

    private void addCase(String id, int area, AllocationKind kind, Optional<AdviserId> adviser) {
        CaseId caseId = new CaseId(id);
        Application application = random.nextInt(3) == 0 ? Application.S31_CARE : Application.S8_CHILD_ARRANGEMENTS;
        LocalDate receivedOn = AS_AT.minusDays(1 + random.nextInt(200));
        extract.add(ChildrensCase.builder()
                .caseId(caseId)
                .law(application.law())
                .application(application)
                .areaCode(areaCode(area))
                .receivedOn(receivedOn)
                .firstHearingOn(random.nextBoolean() ? Optional.of(AS_AT) : Optional.empty())
                .rule164On(random.nextInt(10) == 0 ? Optional.of(AS_AT) : Optional.empty())
                .build());
        for (int child = 1 + random.nextInt(3); child > 0; child--) {
            extract.add(Child.builder()
                    .childId(new ChildId(id + "-" + child))
                    .caseId(caseId)
                    .build());
        }
        extract.add(Allocation.builder()
                .caseId(caseId)
                .kind(kind)
                .adviserId(adviser)
                .from(receivedOn)
                .build());
    }
}
