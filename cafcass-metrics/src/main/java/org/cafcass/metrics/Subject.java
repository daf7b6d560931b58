package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.cafcass.model.Application;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.Code;
import org.cafcass.model.Employment;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Stage;
import org.cafcass.model.Team;

/**
 * What the rows of a table are about, and so where the value of each breakdown key comes from: a child has the area of its case,
 * an audit that of its case or else of its adviser.
 */
enum Subject {
    /** Rows of {@code cases}. */
    CASE {
        @Override
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Cases cases = moment.columns().cases;
            switch (key) {
                case LAW:
                    return row -> cases.law[row];
                case APPLICATION:
                    return row -> cases.application[row];
                case AREA:
                    return row -> cases.area[row];
                case REGION:
                    int[] region = moment.columns().areas.region;
                    return row -> region[cases.area[row]];
                case RULE_16_4:
                    int day = moment.last();
                    return row -> cases.rule164On[row] <= day ? 1 : 0;
                case STAGE:
                    return row -> moment.stage(row).ordinal();
                case HOLDER:
                    return row -> moment.holder(row).ordinal();
                case COMPLETION:
                    return row -> cases.law[row] == Law.PUBLIC.ordinal()
                            ? ABSENT
                            : cases.furtherWorkOrderedOn[row] <= cases.closedOn[row]
                                    ? Completion.AFTER_FIRST_HEARING.ordinal()
                                    : Completion.AT_FIRST_HEARING.ordinal();
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
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            int[] caseRow = moment.columns().children.caseRow;
            IntUnaryOperator ofCase = CASE.codes(key, moment);
            return row -> ofCase.applyAsInt(caseRow[row]);
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.children.caseRow[row];
        }
    },

    /** Rows of {@code reports}. */
    REPORT {
        @Override
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Reports reports = moment.columns().reports;
            if (key == BreakdownKey.REPORT) {
                return row -> reports.kind[row];
            }
            IntUnaryOperator ofCase = CASE.codes(key, moment);
            return row -> ofCase.applyAsInt(reports.caseRow[row]);
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.reports.caseRow[row];
        }
    },

    /** Rows of {@code checks}. */
    CHECK {
        @Override
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            int[] caseRow = moment.columns().checks.caseRow;
            IntUnaryOperator ofCase = CASE.codes(key, moment);
            return row -> ofCase.applyAsInt(caseRow[row]);
        }

        @Override
        int caseRow(ExtractColumns columns, int row) {
            return columns.checks.caseRow[row];
        }
    },

    /** Rows of {@code feedback}. */
    FEEDBACK {
        @Override
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Feedback feedback = moment.columns().feedback;
            if (key == BreakdownKey.SOURCE) {
                return row -> feedback.source[row];
            }
            IntUnaryOperator ofCase = CASE.codes(key, moment);
            return row -> feedback.caseRow[row] == ABSENT ? ABSENT : ofCase.applyAsInt(feedback.caseRow[row]);
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
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Audits audits = moment.columns().audits;
            switch (key) {
                case SOURCE:
                    return row -> audits.source[row];
                case SCALE:
                    return row -> audits.scale[row];
                case GRADE:
                    return row -> audits.grade[row];
                case TEAM:
                case ROLE:
                case EMPLOYMENT:
                    IntUnaryOperator ofAdviser = ADVISER.codes(key, moment);
                    return row -> ofAdviser.applyAsInt(audits.adviser[row]);
                case AREA:
                case REGION:
                    IntUnaryOperator areaOfCase = CASE.codes(key, moment);
                    IntUnaryOperator areaOfAdviser = ADVISER.codes(key, moment);
                    return row -> audits.caseRow[row] == ABSENT
                            ? areaOfAdviser.applyAsInt(audits.adviser[row])
                            : areaOfCase.applyAsInt(audits.caseRow[row]);
                default:
                    IntUnaryOperator ofCase = CASE.codes(key, moment);
                    return row -> audits.caseRow[row] == ABSENT ? ABSENT : ofCase.applyAsInt(audits.caseRow[row]);
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
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Answers answers = moment.columns().answers;
            if (key == BreakdownKey.QUESTION) {
                return row -> answers.question[row];
            }
            IntUnaryOperator ofAudit = AUDIT.codes(key, moment);
            return row -> ofAudit.applyAsInt(answers.audit[row]);
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
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Advisers advisers = moment.columns().advisers;
            switch (key) {
                case TEAM:
                    return row -> advisers.team[row];
                case ROLE:
                    return row -> advisers.role[row];
                case EMPLOYMENT:
                    return row -> advisers.employment[row];
                case AREA:
                    return row -> advisers.area[row];
                case REGION:
                    int[] region = moment.columns().areas.region;
                    return row -> region[advisers.area[row]];
                default:
                    throw lacks(key);
            }
        }
    },

    /** Rows of {@code posts}. */
    POST {
        @Override
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            ExtractColumns.Posts posts = moment.columns().posts;
            switch (key) {
                case TEAM:
                    return row -> posts.team[row];
                case ROLE:
                    return row -> posts.role[row];
                case AREA:
                    return row -> posts.area[row];
                case REGION:
                    int[] region = moment.columns().areas.region;
                    return row -> region[posts.area[row]];
                default:
                    throw lacks(key);
            }
        }
    },

    /** Rows of {@code survey}. */
    SURVEY_QUESTION {
        @Override
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            int[] question = moment.columns().survey.question;
            return row -> question[row];
        }

        @Override
        List<String> values(BreakdownKey key, ExtractColumns columns) {
            return columns.survey.questions;
        }
    },

    /** The period itself: one amount, whatever the breakdown. */
    PERIOD {
        @Override
        IntUnaryOperator codes(BreakdownKey key, Moment moment) {
            throw lacks(key);
        }
    };

    /** The number of the key's value by row; {@link ExtractColumns#ABSENT} for a row without the key. */
    abstract IntUnaryOperator codes(BreakdownKey key, Moment moment);

    /** The case that a row belongs to, {@link ExtractColumns#ABSENT} where it belongs to none. */
    int caseRow(ExtractColumns columns, int row) {
        return ABSENT;
    }

    /** The key's values, by number. */
    List<String> values(BreakdownKey key, ExtractColumns columns) {
        return switch (key) {
            case LAW -> codeWords(Law.values());
            case APPLICATION -> codeWords(Application.values());
            case REGION -> columns.areas.regions;
            case AREA -> columns.areas.codes;
            case RULE_16_4 -> List.of("false", "true");
            case STAGE -> codeWords(Stage.values());
            case HOLDER -> codeWords(Holder.values());
            case COMPLETION -> codeWords(Completion.values());
            case REPORT -> REPORTS;
            case SOURCE -> codeWords(AuditSource.values());
            case TEAM -> codeWords(Team.values());
            case ROLE -> codeWords(Role.values());
            case EMPLOYMENT -> codeWords(Employment.values());
            case REASON -> columns.absences.reasons;
            case SCALE -> codeWords(AuditScale.values());
            case GRADE -> codeWords(Grade.values());
            case QUESTION -> throw lacks(key);
        };
    }

    /** The number of {@code section_7_all}: section 7 reports and their addenda together. */
    static final int SECTION_7_ALL = ReportKind.values().length;

    private static final List<String> REPORTS = Stream.concat(
                    codeWords(ReportKind.values()).stream(), Stream.of("section_7_all"))
            .toList();

    IllegalArgumentException lacks(BreakdownKey key) {
        return new IllegalArgumentException("Cannot break down " + name() + " by " + key.code());
    }

    private static List<String> codeWords(Code[] values) {
        return Arrays.stream(values).map(Code::code).toList();
    }
}
