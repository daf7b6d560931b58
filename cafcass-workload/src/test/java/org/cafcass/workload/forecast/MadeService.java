package org.cafcass.workload.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.Extracts;

/** A service made up over four years: cases of both laws received day by day, and closed after a mixture of short and long times. */
final class MadeService {
    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 1460;

    private record Made(int received, int closed, int area, boolean publicLaw, int children) {}

    private final List<Made> cases = new ArrayList<>();
    private final int areas;

    /** Steady inflow, whose pace varies from month to month. */
    MadeService(long seed, int areas, double monthly) {
        this(seed, areas, monthly, day -> 1);
    }

    MadeService(long seed, int areas, double monthly, IntToDoubleFunction pace) {
        this.areas = areas;
        Random random = new Random(seed);
        double factor = 1;
        double left = 0;
        for (int day = 0; day < DAYS; day++) {
            if (day % 30 == 0) {
                factor = Math.max(0.2, 1 + monthly * random.nextGaussian());
            }
            left += 6 * factor * pace.applyAsDouble(day) * (0.5 + random.nextDouble());
            for (; left >= 1; left--) {
                boolean publicLaw = random.nextInt(3) == 0;
                double mean = publicLaw ? 300 : random.nextBoolean() ? 90 : 350;
                int closed = day + 1 + (int) (-mean * Math.log(1 - random.nextDouble()));
                cases.add(new Made(day, closed, random.nextInt(areas), publicLaw, 1 + random.nextInt(3)));
            }
        }
    }

    Extract extract() {
        return knownBy(FIRST.plusDays(DAYS));
    }

    Extract knownBy(LocalDate day) {
        Extract.Builder extract = Extract.builder();
        for (int i = 0; i < areas; i++) {
            extract.add(Extracts.area("N" + i));
        }
        int number = 0;
        for (Made one : cases) {
            String id = "C" + number++;
            LocalDate received = FIRST.plusDays(one.received());
            if (received.isAfter(day)) {
                continue;
            }
            String area = "N" + one.area();
            Extracts.CaseRow row = one.publicLaw() ? Extracts.publicLaw(id, area) : Extracts.privateLaw(id, area);
            row.receivedOn(received);
            Optional.of(FIRST.plusDays(one.closed()))
                    .filter(closed -> !closed.isAfter(day))
                    .ifPresent(row::closedOn);
            extract.add(row.build());
            for (int child = 0; child < one.children(); child++) {
                extract.add(Extracts.child(id + "-" + child, id));
            }
        }
        return extract.build();
    }
}
