package org.cafcass.report.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ReadExtract;
import org.cafcass.model.extract.SetAsideRow;

/**
 * The records that figures are made of.
 *
 * @param extract the rows that hold every rule
 * @param setAside the rows that don't
 * @param asAt the day that they are about, where they say so themselves
 */
record Records(Extract extract, List<SetAsideRow> setAside, Optional<LocalDate> asAt) {
    static Records of(ReadExtract read) {
        return new Records(read.extract(), read.setAside(), Optional.empty());
    }

    static Records synthetic() {
        throw new CommandException("Missing option: --extract");
    }
}
