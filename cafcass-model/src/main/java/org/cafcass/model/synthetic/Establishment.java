package org.cafcass.model.synthetic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cafcass.model.Employment;
import org.cafcass.model.Pillar;
import org.cafcass.model.Post;
import org.cafcass.model.Rating;
import org.cafcass.model.RatingCode;
import org.cafcass.model.RatingScale;
import org.cafcass.model.Role;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.synthetic.Scenario.Survey;

/** Writes the funded posts, the staff surveys, and ratings that people have entered. */
final class Establishment {
    private final Scenario scenario;
    private final Draw draw;
    private final Extract.Builder extract;

    Establishment(Scenario scenario, Draw draw, Extract.Builder extract) {
        this.scenario = scenario;
        this.draw = draw;
        this.extract = extract;
    }

    /** The posts of each area, role and team: what is filled at the start, and a little more than is filled at the end. */
    void writePosts(List<AdviserFile> advisers) {
        int change = scenario.years().get(1).first();
        int[][][] before = tenths(advisers, change - 1);
        int[][][] now = tenths(advisers, scenario.asAtDay());
        for (int area = 0; area < before.length; area++) {
            for (Role role : Role.values()) {
                for (Team team : Team.values()) {
                    int then = before[area][role.ordinal()][team.ordinal()];
                    int since = now[area][role.ordinal()][team.ordinal()];
                    if (then + since > 0) {
                        Post.Builder post = post(area, role, team);
                        extract.add(post.fte(funded(then))
                                .from(LocalDate.ofEpochDay(
                                        scenario.years().get(0).first()))
                                .to(LocalDate.ofEpochDay(change))
                                .build());
                        extract.add(post(area, role, team)
                                .fte(funded(since))
                                .from(LocalDate.ofEpochDay(change))
                                .build());
                    }
                }
            }
        }
    }

    private Post.Builder post(int area, Role role, Team team) {
        return Post.builder()
                .areaCode(scenario.areas().get(area).area().areaCode())
                .role(role)
                .team(team);
    }

    private BigDecimal funded(int tenths) {
        return BigDecimal.valueOf(tenths + tenths * (long) draw.between(-2, 17) / 100, 1);
    }

    private int[][][] tenths(List<AdviserFile> advisers, int day) {
        int[][][] tenths = new int[scenario.areas().size()][Role.values().length][Team.values().length];
        for (AdviserFile file : advisers) {
            if (file.isEmployedAt(day) && file.employment == Employment.PERMANENT) {
                tenths[file.area][file.role.ordinal()][file.team.ordinal()] += file.tenths;
            }
        }
        return tenths;
    }

    void writeSurveys() {
        for (Survey survey : scenario.surveys()) {
            survey.agreedPercent()
                    .forEach((question, percent) -> extract.add(SurveyQuestion.builder()
                            .survey(survey.name())
                            .question(question)
                            .closedOn(survey.closedOn())
                            .invited(survey.invited())
                            .responses(survey.responses())
                            .agreed((int) Math.round(survey.responses() * percent / 100))
                            .build()));
        }
    }

    void writeRatings() {
        LocalDate day = scenario.asAt().minusDays(14);
        List<String> subjects =
                List.of("timely decisions", "quality of practice", "safe caseloads", "work with partners");
        Pillar[] pillars = {Pillar.PRACTICE, Pillar.PRACTICE, Pillar.PEOPLE, Pillar.PARTNERS};
        for (int i = 0; i < pillars.length; i++) {
            extract.add(rating(subjects.get(i), RatingScale.PROGRESS, day)
                    .pillar(pillars[i])
                    .build());
        }
        for (String subject : List.of("safeguarding", "data protection", "health and safety")) {
            extract.add(rating(subject, RatingScale.ASSURANCE, day).build());
            extract.add(rating(subject, RatingScale.RISK, day).build());
        }
        for (AreaShare area : scenario.areas()) {
            extract.add(rating("area self-assessment", RatingScale.INSPECTION, day.minusDays(draw.between(0, 90)))
                    .areaCode(area.area().areaCode())
                    .build());
        }
    }

    /** One of the scale's ratings, those in its middle more often. */
    private Rating.Builder rating(String subject, RatingScale scale, LocalDate day) {
        List<RatingCode> ratings = scale.ratings();
        int[] drawn = {draw.below(ratings.size()), draw.below(ratings.size()), draw.below(ratings.size())};
        Arrays.sort(drawn);
        return Rating.builder()
                .subject(subject)
                .scale(scale)
                .rating(ratings.get(drawn[1]))
                .ratedOn(day);
    }
}
