package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.util.Arrays;
import java.util.List;
import org.cafcass.model.AuditSource;
import org.cafcass.model.Code;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;

/**
 * What the rows of a table are about, and so where the value of each breakdown key comes from: a child has the area of its case,
 * an audit that of its case or else of its adviser.
 */
enum Subject {
    /** Rows of {@code cases}. */
    CASE {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Cases cases = moment.columns().cases;
            switch (key) {
                case LAW:
                    return new Codes.Column(cases.law);
                case APPLICATION:
                    return new Codes.Column(cases.application);
                case AREA:
                    return new Codes.Column(cases.area);
                case REGION:
                    return new Codes.Through(cases.area, new Codes.Column(moment.columns().areas.region));
                case RULE_16_4:
                    return new Codes.Since(cases.rule164On, moment.last());
                case STAGE:
                    /* The ordinals of the two stages. */
                    return new Codes.Since(cases.afterFirstHearingFrom, moment.last());
                case HOLDER:
                    return new Codes.Computed(row -> moment.holder(row).ordinal());
                case COMPLETION:
                    return new Codes.Computed(row -> cases.law[row] == Law.PUBLIC.ordinal()
                            ? ABSENT
                            : cases.furtherWorkOrderedOn[row] <= cases.closedOn[row]
                                    ? Completion.AFTER_FIRST_HEARING.ordinal()
                                    : Completion.AT_FIRST_HEARING.ordinal());
                default:
                    throw lacks(key);
            }
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return row;
        }
    },

    /** Rows of {@code children}. */
    CHILD {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            return new Codes.Through(moment.columns().children.caseRow, CASE.codes(key, moment));
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.children.caseRow[row];
        }
    },

    /** Rows of {@code reports}. */
    REPORT {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Reports reports = moment.columns().reports;
            if (key == BreakdownKey.REPORT) {
                return new Codes.Column(reports.kind);
            }
            return new Codes.Through(reports.caseRow, CASE.codes(key, moment));
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.reports.caseRow[row];
        }
    },

    /** Rows of {@code checks}. */
    CHECK {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            return new Codes.Through(moment.columns().checks.caseRow, CASE.codes(key, moment));
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.checks.caseRow[row];
        }
    },

    /** Rows of {@code feedback}. */
    FEEDBACK {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Feedback feedback = moment.columns().feedback;
            if (key == BreakdownKey.SOURCE) {
                return new Codes.Column(feedback.source);
            }
            return new Codes.Through(feedback.caseRow, CASE.codes(key, moment));
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.feedback.caseRow[row];
        }

        @Override
        List<String> values(BreakdownKey key, ExtractColumns columns) {
            return key == BreakdownKey.SOURCE ? codeWords(FeedbackSource.values()) : super.values(key, columns);
        }
    },

    /** Rows of {@code audits}. */
    AUDIT {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Audits audits = moment.columns().audits;
            switch (key) {
                case SOURCE:
                    return new Codes.Column(audits.source);
                case SCALE:
                    return new Codes.Column(audits.scale);
                case GRADE:
                    return new Codes.Column(audits.grade);
                case TEAM:
                case ROLE:
                case EMPLOYMENT:
                    return new Codes.Through(audits.adviser, ADVISER.codes(key, moment));
                case AREA:
                    return new Codes.Column(audits.area);
                case REGION:
                    return new Codes.Through(audits.area, new Codes.Column(moment.columns().areas.region));
                default:
                    return new Codes.Through(audits.caseRow, CASE.codes(key, moment));
            }
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.audits.caseRow[row];
        }
    },

    /** Rows of {@code answers}. */
    ANSWER {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Answers answers = moment.columns().answers;
            if (key == BreakdownKey.QUESTION) {
                return new Codes.Column(answers.question);
            }
            return new Codes.Through(answers.audit, AUDIT.codes(key, moment));
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.audits.caseRow[columns.answers.audit[row]];
        }

        @Override
        List<String> values(BreakdownKey key, ExtractColumns columns) {
            return key == BreakdownKey.QUESTION ? columns.answers.questions : super.values(key, columns);
        }
    },

    /** Rows of {@code advisers}. */
    ADVISER {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Advisers advisers = moment.columns().advisers;
            switch (key) {
                case TEAM:
                    return new Codes.Column(advisers.team);
                case ROLE:
                    return new Codes.Column(advisers.role);
                case EMPLOYMENT:
                    return new Codes.Column(advisers.employment);
                case AREA:
                    return new Codes.Column(advisers.area);
                case REGION:
                    return new Codes.Through(advisers.area, new Codes.Column(moment.columns().areas.region));
                default:
                    throw lacks(key);
            }
        }
    },

    /** Rows of {@code posts}. */
    POST {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Posts posts = moment.columns().posts;
            switch (key) {
                case TEAM:
                    return new Codes.Column(posts.team);
                case ROLE:
                    return new Codes.Column(posts.role);
                case AREA:
                    return new Codes.Column(posts.area);
                case REGION:
                    return new Codes.Through(posts.area, new Codes.Column(moment.columns().areas.region));
                default:
                    throw lacks(key);
            }
        }
    },

    /** Rows of {@code survey}. */
    SURVEY_QUESTION {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            return new Codes.Column(moment.columns().survey.question);
        }

        @Override
        List<String> values(BreakdownKey key, ExtractColumns columns) {
            return columns.survey.questions;
        }
    },

    /** The period itself: one amount, whatever the breakdown. */
    PERIOD {
        @Override
        Codes codes(BreakdownKey key, Moment moment) {
            throw lacks(key);
        }
    };

    /** The number of the key's value by row; {@link ExtractColumns#ABSENT} for a row without the key. */
    abstract Codes codes(BreakdownKey key, Moment moment);

    /** The row of the case that a row belongs to, {@link ExtractColumns#ABSENT} where it belongs to none. */
    int caseRow(ExtractColumns columns, int row) {
        return ABSENT;
    }

    /** Whether each row has one value of a key that its population has: then the parts by the key add up to the whole. */
    boolean alwaysHas(BreakdownKey key) {
        return switch (key) {
            case COMPLETION -> false;
            case LAW, APPLICATION, RULE_16_4 -> this == CASE || this == CHILD || this == REPORT || this == CHECK;
            case AREA, REGION -> this != FEEDBACK && this != PERIOD;
            default -> !mayHaveSeveral(key);
        };
    }

    /**
     * Whether a row may have several values of a key: a child in a case with two kinds of report, a day absent for two reasons, the days of a
     * period.
     */
    boolean mayHaveSeveral(BreakdownKey key) {
        return this == CHILD && key == BreakdownKey.REPORT || key == BreakdownKey.REASON || this == PERIOD;
    }

    /** The key's values, by number. */
    List<String> values(BreakdownKey key, ExtractColumns columns) {
        return switch (key) {
            case REGION -> columns.areas.regions;
            case AREA -> columns.areas.codes;
            case SOURCE -> codeWords(AuditSource.values());
            case REASON -> columns.absences.reasons;
            case QUESTION -> throw lacks(key);
            default -> key.closedValues();
        };
    }

    /** The number of {@code section_7_all}: section 7 reports and their addenda together. */
    static final int SECTION_7_ALL = ReportKind.values().length;

    IllegalArgumentException lacks(BreakdownKey key) {
        return new IllegalArgumentException("Cannot break down " + name() + " by " + key.code());
    }

    private static List<String> codeWords(Code[] values) {
        return Arrays.stream(values).map(Code::code).toList();
    }
}
