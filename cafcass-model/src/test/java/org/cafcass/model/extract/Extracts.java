package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;

/** Small values that hold every rule, for tests to build on. */
final class Extracts {
    static final LocalDate WED_2024_01_03 = LocalDate.of(2024, 1, 3);
    static final LocalDate FRI_2024_07_05 = LocalDate.of(2024, 7, 5);

    private Extracts() {}

    static Area area(String code) {
        return Area.builder()
                .areaCode(new AreaCode(code))
                .name("Area " + code)
                .region("North")
                .build();
    }

    static Adviser adviser(String id, String area) {
        return Adviser.builder()
                .adviserId(new AdviserId(id))
                .role(Role.FAMILY_COURT_ADVISER)
                .employment(Employment.PERMANENT)
                .team(Team.AFTER_FIRST_HEARING)
                .areaCode(new AreaCode(area))
                .fte(new BigDecimal("0.60"))
                .startedOn(LocalDate.of(2020, 2, 29))
                .build();
    }

    static ChildrensCase.Builder childrensCase(String id, String area) {
        return ChildrensCase.builder()
                .caseId(new CaseId(id))
                .law(Law.PUBLIC)
                .application(Application.S31_CARE)
                .areaCode(new AreaCode(area))
                .receivedOn(WED_2024_01_03);
    }

    static Child child(String id, String caseId) {
        return Child.builder()
                .childId(new ChildId(id))
                .caseId(new CaseId(caseId))
                .bornOn(LocalDate.of(2015, 6, 7))
                .build();
    }
}
