package org.cafcass.workload;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cafcass.model.Adviser;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.workload.json.JsonFields;

/**
 * Which advisers a reduction is for: all that is given must hold; with nothing given it holds for every adviser.
 *
 * @param role the role
 * @param employment how the adviser is employed
 * @param team the team
 * @param monthsInPostBelow a number of months: it holds until the day before that monthly anniversary of the first day employed
 */
public record AdviserCondition(
        Optional<Role> role,
        Optional<Employment> employment,
        Optional<Team> team,
        Optional<Integer> monthsInPostBelow) {

    /** Whether it holds for an adviser as at a day. */
    public boolean matches(Adviser adviser, LocalDate asAt) {
        return role.map(adviser.role()::equals).orElse(true)
                && employment.map(adviser.employment()::equals).orElse(true)
                && team.map(adviser.team()::equals).orElse(true)
                && monthsInPostBelow
                        .map(months -> asAt.isBefore(adviser.startedOn().plusMonths(months)))
                        .orElse(true);
    }

    static AdviserCondition read(JsonFields fields) {
        return new AdviserCondition(
                fields.optional("role", name -> fields.code(name, Role.class)),
                fields.optional("employment", name -> fields.code(name, Employment.class)),
                fields.optional("team", name -> fields.code(name, Team.class)),
                fields.optional("months_in_post_below", name -> fields.whole(name, 1)));
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        role.ifPresent(value -> tree.put("role", value.code()));
        employment.ifPresent(value -> tree.put("employment", value.code()));
        team.ifPresent(value -> tree.put("team", value.code()));
        monthsInPostBelow.ifPresent(value -> tree.put("months_in_post_below", value));
        return tree;
    }

    /** The condition as it is written in a scheme: {@code months_in_post_below=12}; {@code any adviser} for none. */
    @Override
    public String toString() {
        return Conditions.words(tree(), "any adviser");
    }
}
