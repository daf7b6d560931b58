package org.cafcass.model.synthetic;

import java.util.List;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Law;

/**
 * A service area and how many cases it receives.
 *
 * @param publicCases public law cases received in each of the two years
 * @param privateCases private law cases received in each of the two years
 * @param pace how long its cases take, 1 for the national mean
 */
record AreaShare(Area area, List<Integer> publicCases, List<Integer> privateCases, double pace) {
    static List<AreaShare> read(String scenario) {
        return Table.read(scenario + "-areas.tsv").stream()
                .map(line -> new AreaShare(
                        Area.builder()
                                .areaCode(new AreaCode(line.text("area_code")))
                                .name(line.text("name"))
                                .region(line.text("region"))
                                .build(),
                        List.of(line.count("public_before"), line.count("public")),
                        List.of(line.count("private_before"), line.count("private")),
                        line.number("pace")))
                .toList();
    }

    int received(Law law, int year) {
        return (law == Law.PUBLIC ? publicCases : privateCases).get(year);
    }
}
