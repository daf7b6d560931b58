package org.cafcass.workload.timestudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cafcass.model.AdviserId;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.workload.Bands;
import org.cafcass.workload.CaseCondition;
import org.cafcass.workload.CaseKind;
import org.cafcass.workload.Points;
import org.cafcass.workload.Saturation;
import org.cafcass.workload.Weight;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.WorkloadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStudyTest {
    private static final CaseCondition PUBLIC = law(Law.PUBLIC);
    private static final CaseCondition PRIVATE = law(Law.PRIVATE);
    private static final LocalDate MON_2025_03_03 = LocalDate.of(2025, 3, 3);

    private static CaseCondition law(Law law) {
        return new CaseCondition(
                Optional.of(law),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TimeRecord record(CaseCondition kind, String adviser, int week, int cases, String minutes) {
        return new TimeRecord(
                kind, new AdviserId(adviser), MON_2025_03_03.plusWeeks(week), cases, new BigDecimal(minutes));
    }

    /* Three advisers with 900, 1,500 and 400 minutes over 10, 12 and 5 weeks of cases. */
    private static List<TimeRecord> records() {
        return new ArrayList<>(List.of(
                record(PUBLIC, "A", 0, 4, "350"),
                record(PUBLIC, "A", 1, 6, "550"),
                record(PUBLIC, "B", 0, 12, "1500"),
                record(PUBLIC, "C", 0, 2, "400"),
                record(PUBLIC, "C", 1, 3, "0"),
                record(PRIVATE, "A", 0, 1, "60"),
                record(PRIVATE, "B", 0, 2, "120")));
    }

    /*
     * R: M<-c(900,1500,400); C<-c(10,12,5); R<-sum(M)/sum(C); n<-3
     *    v<-n/(n-1)*sum((M-R*C)^2)/sum(C)^2; c(R, R+c(-1,1)*qt(.975,n-1)*sqrt(v))
     */
    @Test
    void theEstimateIsTheRatioOfTheSumsWithLimitsByAdviser() {
        List<TimeStudy.Estimate> estimates = TimeStudy.of(records()).estimates();

        assertThat(estimates.get(0).kind()).isEqualTo(PUBLIC);
        assertThat(estimates.get(0).advisers()).isEqualTo(3);
        assertThat(estimates.get(0).minutes()).isEqualTo(103.7037037037037, within(1e-10));
        assertThat(estimates.get(0).lower()).isEqualTo(42.5632208265204, within(1e-8));
        assertThat(estimates.get(0).upper()).isEqualTo(164.844186580887, within(1e-8));
        // two advisers who agree
        assertThat(estimates.get(1)).isEqualTo(new TimeStudy.Estimate(PRIVATE, 2, 60, 60, 60));
    }

    @Test
    void weightsAreTheShareOfAWeekInPoints() {
        List<Weight> weights = TimeStudy.of(records()).weights(BigDecimal.valueOf(100), BigDecimal.valueOf(1800));

        assertThat(weights)
                .containsExactly(
                        new Weight(
                                PUBLIC,
                                new Points(new BigDecimal("2.365"), new BigDecimal("5.761"), new BigDecimal("9.158"))),
                        new Weight(
                                PRIVATE,
                                new Points(new BigDecimal("3.333"), new BigDecimal("3.333"), new BigDecimal("3.333"))));
    }

    @Test
    void estimatedWeightsGiveLowCentralAndHighLoads() {
        WeightingScheme scheme = new WeightingScheme(
                "studied",
                MON_2025_03_03,
                BigDecimal.valueOf(100),
                Map.of(),
                TimeStudy.of(records()).weights(BigDecimal.valueOf(100), BigDecimal.valueOf(1800)),
                List.of(),
                List.of(),
                new Bands(BigDecimal.valueOf(85), BigDecimal.valueOf(100)));
        CaseKind kind = new CaseKind(
                Law.PUBLIC,
                Application.S31_CARE,
                Stage.AFTER_FIRST_HEARING,
                AllocationKind.LEAD,
                false,
                false,
                false,
                1);

        Points load = scheme.points(kind).times(BigDecimal.TEN);
        Saturation saturation = new Saturation(load, BigDecimal.valueOf(100), scheme.bands());

        assertThat(saturation.lowPercent().orElseThrow()).isEqualByComparingTo("23.65");
        assertThat(saturation.percent().orElseThrow()).isEqualByComparingTo("57.61");
        assertThat(saturation.highPercent().orElseThrow()).isEqualByComparingTo("91.58");
    }

    @Test
    void theOrderOfRecordsDoesNotMatter() {
        List<TimeRecord> reversed = records();
        Collections.reverse(reversed);

        assertThat(TimeStudy.of(reversed).estimates())
                .hasSameElementsAs(TimeStudy.of(records()).estimates());
    }

    @Test
    void oneAdviserAloneHasNoLimits() {
        TimeStudy study = TimeStudy.of(List.of(record(PUBLIC, "A", 0, 4, "350")));

        assertThatThrownBy(study::estimates)
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot estimate the weight of law=public: only one adviser's time is recorded");
        assertThatThrownBy(() -> study.weights(BigDecimal.TEN, BigDecimal.ZERO))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid minutes per FTE: 0");
        assertThatThrownBy(() -> record(PUBLIC, "A", 0, 0, "350"))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid time record: 0 cases");
        assertThatThrownBy(() -> record(PUBLIC, "A", 0, 1, "-1"))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid time record: -1 minutes");
    }

    /* R: qt(0.975, c(1,2,3,4,10,29)) */
    @ParameterizedTest
    @CsvSource({
        "1, 12.7062047361747",
        "2, 4.30265272974946",
        "3, 3.18244630528371",
        "4, 2.77644510519779",
        "10, 2.22813885198627",
        "29, 2.0452296421327"
    })
    void studentsDeviates(int degrees, double deviate) {
        assertThat(StudentsT.ofCentralProbability(0.95, degrees)).isEqualTo(deviate, within(1e-11));
    }
}
