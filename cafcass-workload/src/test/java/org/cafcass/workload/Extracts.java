package org.cafcass.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
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

/** Small values that hold every rule, for tests to build on. */
public final class Extracts {
    public static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);
    public static final LocalDate WED_2025_01_01 = LocalDate.of(2025, 1, 1);

    private Extracts() {}

    public static Area area(String code) {
        return Area.builder()
                .areaCode(new AreaCode(code))
                .name("Area " + code)
                .region("North")
                .build();
    }

    public static AdviserRow adviser(String id, String area, String fte) {
        return new AdviserRow(id, area, fte);
    }

    public static CaseRow publicLaw(String id, String area) {
        return new CaseRow(id, area, Application.S31_CARE);
    }

    public static CaseRow privateLaw(String id, String area) {
        return new CaseRow(id, area, Application.S8_CHILD_ARRANGEMENTS);
    }

    public static Child child(String id, String caseId) {
        return Child.builder()
                .childId(new ChildId(id))
                .caseId(new CaseId(caseId))
                .build();
    }

    public static AllocationRow allocation(String caseId, AllocationKind kind, String adviser) {
        return new AllocationRow(caseId, kind, Optional.of(adviser));
    }

    public static AllocationRow allocation(String caseId, AllocationKind kind) {
        return new AllocationRow(caseId, kind, Optional.empty());
    }

    /** An extract with the area {@code N1}, and {@code allocations} given. */
    public static Extract.Builder inOneArea() {
        return Extract.builder().add(area("N1")).present(ExtractTable.ALLOCATIONS);
    }

    /** A permanent family court adviser in work after first hearing, unless said. */
    public static final class AdviserRow {
        private final String id;
        private final String area;
        private final String fte;
        private Role role = Role.FAMILY_COURT_ADVISER;
        private Employment employment = Employment.PERMANENT;
        private Team team = Team.AFTER_FIRST_HEARING;
        private LocalDate startedOn = LocalDate.of(2020, 1, 6);
        private Optional<LocalDate> leftOn = Optional.empty();
        private Optional<BigDecimal> ceiling = Optional.empty();

        private AdviserRow(String id, String area, String fte) {
            this.id = id;
            this.area = area;
            this.fte = fte;
        }

        public AdviserRow role(Role value) {
            role = value;
            return this;
        }

        public AdviserRow employment(Employment value) {
            employment = value;
            return this;
        }

        public AdviserRow team(Team value) {
            team = value;
            return this;
        }

        public AdviserRow startedOn(LocalDate day) {
            startedOn = day;
            return this;
        }

        public AdviserRow leftOn(LocalDate day) {
            leftOn = Optional.of(day);
            return this;
        }

        public AdviserRow ceiling(String cases) {
            ceiling = Optional.of(new BigDecimal(cases));
            return this;
        }

        public Adviser build() {
            return Adviser.builder()
                    .adviserId(new AdviserId(id))
                    .role(role)
                    .employment(employment)
                    .team(team)
                    .areaCode(new AreaCode(area))
                    .fte(new BigDecimal(fte))
                    .startedOn(startedOn)
                    .leftOn(leftOn)
                    .ceiling(ceiling)
                    .build();
        }
    }

    /** A case received on 1 January 2025, unless said. */
    public static final class CaseRow {
        private final String id;
        private final String area;
        private final Application application;
        private LocalDate receivedOn = WED_2025_01_01;
        private Optional<LocalDate> firstHearingOn = Optional.empty();
        private Optional<LocalDate> furtherWorkOrderedOn = Optional.empty();
        private Optional<LocalDate> rule164On = Optional.empty();
        private Optional<LocalDate> closedOn = Optional.empty();
        private Optional<CaseId> previousCase = Optional.empty();
        private Optional<String> court = Optional.empty();
        private boolean highRisk;

        private CaseRow(String id, String area, Application application) {
            this.id = id;
            this.area = area;
            this.application = application;
        }

        public CaseRow receivedOn(LocalDate day) {
            receivedOn = day;
            return this;
        }

        public CaseRow firstHearingOn(LocalDate day) {
            firstHearingOn = Optional.of(day);
            return this;
        }

        public CaseRow furtherWorkOrderedOn(LocalDate day) {
            furtherWorkOrderedOn = Optional.of(day);
            return this;
        }

        public CaseRow rule164On(LocalDate day) {
            rule164On = Optional.of(day);
            return this;
        }

        public CaseRow closedOn(LocalDate day) {
            closedOn = Optional.of(day);
            return this;
        }

        public CaseRow previousCase(String caseId) {
            previousCase = Optional.of(new CaseId(caseId));
            return this;
        }

        public CaseRow court(String code) {
            court = Optional.of(code);
            return this;
        }

        public CaseRow ofHighRisk() {
            highRisk = true;
            return this;
        }

        public ChildrensCase build() {
            return ChildrensCase.builder()
                    .caseId(new CaseId(id))
                    .law(application.law())
                    .application(application)
                    .areaCode(new AreaCode(area))
                    .receivedOn(receivedOn)
                    .firstHearingOn(firstHearingOn)
                    .furtherWorkOrderedOn(furtherWorkOrderedOn)
                    .rule164On(rule164On)
                    .highRisk(highRisk)
                    .closedOn(closedOn)
                    .previousCaseId(previousCase)
                    .courtCode(court)
                    .build();
        }
    }

    /** An allocation from 1 January 2025, unless said. */
    public static final class AllocationRow {
        private final String caseId;
        private final AllocationKind kind;
        private final Optional<String> adviser;
        private LocalDate from = WED_2025_01_01;
        private Optional<LocalDate> to = Optional.empty();

        private AllocationRow(String caseId, AllocationKind kind, Optional<String> adviser) {
            this.caseId = caseId;
            this.kind = kind;
            this.adviser = adviser;
        }

        public AllocationRow from(LocalDate day) {
            from = day;
            return this;
        }

        public AllocationRow to(LocalDate day) {
            to = Optional.of(day);
            return this;
        }

        public Allocation build() {
            return Allocation.builder()
                    .caseId(new CaseId(caseId))
                    .kind(kind)
                    .adviserId(adviser.map(AdviserId::new))
                    .from(from)
                    .to(to)
                    .build();
        }
    }
}
