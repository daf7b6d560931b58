package org.cafcass.model.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.synthetic.Scenario.Caseload;

/** Decides how many cases each family court adviser of a team leads on a day, so that the team's mean and shares are the paper's. */
final class Caseloads {
    private static final int SETTLED_DAYS = 25;
    private static final int FULL_TIME = 10;

    private final Scale scale;
    private final Draw draw;

    Caseloads(Scale scale, Draw draw) {
        this.scale = scale;
        this.draw = draw;
    }

    /**
     * The advisers that lead cases on the target's day, and how many.
     *
     * @param capacity by area, how much of the whole the area's advisers are to lead; nothing where that is free
     */
    Map<AdviserFile, Integer> of(Caseload target, List<AdviserFile> advisers, double... capacity) {
        List<AdviserFile> holders = holders(target, advisers);
        int[] least = new int[holders.size()];
        int[] most = new int[holders.size()];
        int[] loads = new int[holders.size()];
        int high = (int) Math.round(holders.size() * target.percent25() / 100);
        int middle = (int) Math.round(holders.size() * target.percent20() / 100);
        long tenths = 0;
        int sum = 0;
        for (int i = 0; i < loads.length; i++) {
            int above = target.perFte() ? 0 : 1;
            double from = i < high ? 25 + above : i < middle ? 20 + above : target.fewest();
            double to = i < high ? 32 : i < middle ? 25 + above : middle > 0 ? 20 + above : target.most();
            int hours = target.perFte() ? holders.get(i).tenths : FULL_TIME;
            least[i] = (int) Math.ceil(from * hours / 10);
            most[i] = (int) Math.ceil(to * hours / 10) - 1;
            double usual = i < middle ? from + (to - from) / 4 : target.meanPerFte() - (middle > 0 ? 2.5 : 0);
            loads[i] = within(least[i], most[i], (int) (usual * hours / 10 * (0.75 + draw.share() / 2)));
            tenths += hours;
            sum += loads[i];
        }
        int missing = (int) Math.round(target.meanPerFte() * tenths / 10) - sum;
        for (int tries = 400 * loads.length; tries > 0 && missing != 0; tries--) {
            int i = draw.below(loads.length);
            int load = within(least[i], most[i], loads[i] + Integer.signum(missing));
            missing -= load - loads[i];
            loads[i] = load;
        }
        if (capacity.length > 0) {
            spread(loads, holders, capacity);
        }
        Map<AdviserFile, Integer> caseloads = new LinkedHashMap<>();
        for (int i = 0; i < loads.length; i++) {
            caseloads.put(holders.get(i), loads[i]);
        }
        return caseloads;
    }

    /** Exchanges caseloads between advisers until each area's are its part of the whole, as near as can be: the highest first, where most is missing. */
    private static void spread(int[] loads, List<AdviserFile> holders, double... capacity) {
        double all = Arrays.stream(capacity).sum();
        int cases = Arrays.stream(loads).sum();
        double[] missing =
                Arrays.stream(capacity).map(part -> cases * part / all).toArray();
        List<Deque<Integer>> places = new ArrayList<>();
        for (int area = 0; area < capacity.length; area++) {
            places.add(new ArrayDeque<>());
        }
        for (int i = 0; i < loads.length; i++) {
            places.get(holders.get(i).area).add(i);
        }
        int[] sorted = Arrays.stream(loads).sorted().toArray();
        for (int i = sorted.length - 1; i >= 0; i--) {
            int most = -1;
            for (int area = 0; area < capacity.length; area++) {
                if (!places.get(area).isEmpty()
                        && (most < 0
                                || missing[area] / places.get(area).size()
                                        > missing[most] / places.get(most).size())) {
                    most = area;
                }
            }
            loads[places.get(most).remove()] = sorted[i];
            missing[most] -= sorted[i];
        }
    }

    private static int within(int least, int most, int value) {
        return Math.max(least, Math.min(most, value));
    }

    /** As many advisers as the target says; of those, so many started after the day from which on starters are recent. */
    private List<AdviserFile> holders(Caseload target, List<AdviserFile> advisers) {
        List<AdviserFile> settled = new ArrayList<>();
        List<AdviserFile> recent = new ArrayList<>();
        for (AdviserFile file : advisers) {
            if (file.role == Role.FAMILY_COURT_ADVISER
                    && file.employment != Employment.ASSOCIATE
                    && file.team == target.team()
                    && file.isEmployedAt(target.day())) {
                (file.started > target.recentAfter() ? recent : settled).add(file);
            }
        }
        draw.shuffle(settled);
        recent.sort(Comparator.comparingInt(file -> file.started <= target.day() - SETTLED_DAYS ? 0 : 1));
        int newer = Math.min(recent.size(), scale.of(target.recent()));
        int others = Math.min(settled.size(), scale.of(target.advisers()) - newer);
        List<AdviserFile> holders = new ArrayList<>(settled.subList(0, others));
        holders.addAll(recent.subList(0, newer));
        draw.shuffle(holders);
        return holders;
    }
}
