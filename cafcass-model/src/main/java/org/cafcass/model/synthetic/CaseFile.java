package org.cafcass.model.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.cafcass.model.Application;
import org.cafcass.model.CaseId;
import org.cafcass.model.Law;
import org.jspecify.annotations.Nullable;

/** A case while it is being made; days are epoch days, {@link #NEVER} for one that has not come. */
final class CaseFile {
    static final int NEVER = Integer.MAX_VALUE;

    final CaseKind kind;
    final int received;
    final int closed;
    final int children;
    final CaseId id;
    final Application application;
    int area;
    int firstHearing = NEVER;
    int furtherWork = NEVER;
    int rule164 = NEVER;
    boolean highRisk;

    @Nullable
    CaseId previousId;

    @Nullable
    CaseFile previous;

    Listing listing = Listing.NONE;
    final List<ReportFile> reports = new ArrayList<>(3);
    List<ChildFile> childFiles = List.of();

    CaseFile(CaseKind kind, int received, int closed, int children, CaseId id, Application application) {
        this.kind = kind;
        this.received = received;
        this.closed = closed;
        this.children = children;
        this.id = id;
        this.application = application;
    }

    Law law() {
        return kind.law();
    }

    boolean openAt(int day) {
        return received <= day && closed > day;
    }

    boolean toFirstHearingAt(int day) {
        return law() == Law.PRIVATE && firstHearing > day && furtherWork > day;
    }

    /** Whether the court has ordered work beyond the first hearing by the day. */
    boolean goesOnBy(int day) {
        return furtherWork <= day;
    }

    /** Days from receipt to closing, or to the day where the case is still open then. */
    int daysBy(int day) {
        return Math.min(closed, day) - received;
    }

    /** How an open private law case stands once its report is filed. */
    enum Listing {
        /** No report is filed, or a further one is ordered. */
        NONE,
        /** A hearing is less than six weeks ahead. */
        COURT_READY,
        /** A hearing is six weeks ahead or more. */
        HEARING_AHEAD,
        /** No hearing is listed. */
        UNLISTED
    }
}
