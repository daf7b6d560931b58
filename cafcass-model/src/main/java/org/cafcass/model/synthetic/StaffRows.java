package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.cafcass.model.Adviser;
import org.cafcass.model.extract.Extract;

/** Writes the staff as rows of the extract. */
final class StaffRows {
    private final Scenario scenario;
    private final Extract.Builder extract;

    StaffRows(Scenario scenario, Extract.Builder extract) {
        this.scenario = scenario;
        this.extract = extract;
    }

    void write(AdviserFile file) {
        extract.add(Adviser.builder()
                .adviserId(file.id)
                .role(file.role)
                .employment(file.employment)
                .team(file.team)
                .areaCode(scenario.areas().get(file.area).area().areaCode())
                .fte(BigDecimal.valueOf(file.tenths, 1))
                .startedOn(LocalDate.ofEpochDay(file.started))
                .leftOn(file.left == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(file.left)))
                .build());
    }
}
