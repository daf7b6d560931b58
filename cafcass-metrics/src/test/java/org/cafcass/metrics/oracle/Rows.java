package org.cafcass.metrics.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.Allocation;
import org.cafcass.model.Answer;
import org.cafcass.model.Area;
import org.cafcass.model.Audit;
import org.cafcass.model.Check;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Feedback;
import org.cafcass.model.Hearing;
import org.cafcass.model.Post;
import org.cafcass.model.Report;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/** An extract as lists of values, made once for many questions. */
record Rows(
        Set<ExtractTable> given,
        List<Area> areas,
        List<Adviser> advisers,
        List<ChildrensCase> cases,
        List<Child> children,
        List<Allocation> allocations,
        List<Hearing> hearings,
        List<Report> reports,
        List<Audit> audits,
        List<Answer> answers,
        List<Feedback> feedback,
        List<Absence> absences,
        List<Check> checks,
        List<SurveyQuestion> survey,
        List<Post> posts) {

    static Rows of(Extract extract) {
        Set<ExtractTable> given = EnumSet.allOf(ExtractTable.class);
        given.removeIf(table -> !extract.has(table));
        return new Rows(
                given,
                List.copyOf(extract.areas()),
                List.copyOf(extract.advisers()),
                List.copyOf(extract.cases()),
                List.copyOf(extract.children()),
                List.copyOf(extract.allocations()),
                List.copyOf(extract.hearings()),
                List.copyOf(extract.reports()),
                List.copyOf(extract.audits()),
                List.copyOf(extract.answers()),
                List.copyOf(extract.feedback()),
                List.copyOf(extract.absences()),
                List.copyOf(extract.checks()),
                List.copyOf(extract.survey()),
                List.copyOf(extract.posts()));
    }

    boolean has(ExtractTable table) {
        return given.contains(table);
    }

    /** An extract of the same rows in another order. */
    Extract shuffled(Random random) {
        Extract.Builder builder = Extract.builder();
        given.forEach(builder::present);
        mixed(areas, random).forEach(builder::add);
        mixed(advisers, random).forEach(builder::add);
        mixed(cases, random).forEach(builder::add);
        mixed(children, random).forEach(builder::add);
        mixed(allocations, random).forEach(builder::add);
        mixed(hearings, random).forEach(builder::add);
        mixed(reports, random).forEach(builder::add);
        mixed(audits, random).forEach(builder::add);
        mixed(answers, random).forEach(builder::add);
        mixed(feedback, random).forEach(builder::add);
        mixed(absences, random).forEach(builder::add);
        mixed(checks, random).forEach(builder::add);
        mixed(survey, random).forEach(builder::add);
        mixed(posts, random).forEach(builder::add);
        return builder.build();
    }

    private static <T> List<T> mixed(List<T> rows, Random random) {
        List<T> mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
