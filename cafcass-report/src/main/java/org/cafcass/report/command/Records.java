package org.cafcass.report.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ReadExtract;
import org.cafcass.model.extract.SetAsideRow;
import org.cafcass.model.synthetic.SyntheticExtract;

/**
 * The records that figures are made of.
 *
 * @param extract the rows that hold every rule
 * @param setAside the rows that don't
 * @param asAt the day that they are about, where they say so themselves
 * @param closures the closure days of the organisation that they say themselves
 */
record Records(Extract extract, List<SetAsideRow> setAside, Optional<LocalDate> asAt, List<LocalDate> closures) {
    static final String SCENARIO = "national-2025";

    static Records of(ReadExtract read) {
        return new Records(read.extract(), read.setAside(), Optional.empty(), List.of());
    }

    static Records synthetic() {
        SyntheticExtract synthetic = SyntheticExtract.scenario(SCENARIO);
        return new Records(synthetic.extract(), List.of(), Optional.of(synthetic.asAt()), synthetic.closures());
    }
}
