package org.cafcass.model.synthetic;

import org.cafcass.model.ReportKind;

/** A report while it is being made; days are epoch days. */
final class ReportFile {
    final CaseFile about;
    final ReportKind kind;
    final int ordered;
    int filed;
    int firstAgreed = CaseFile.NEVER;
    int agreed = CaseFile.NEVER;

    ReportFile(CaseFile about, ReportKind kind, int ordered, int filed) {
        this.about = about;
        this.kind = kind;
        this.ordered = ordered;
        this.filed = filed;
    }

    boolean isFiledBy(int day) {
        return filed <= day;
    }
}
