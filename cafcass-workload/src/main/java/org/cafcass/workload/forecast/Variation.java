package org.cafcass.workload.forecast;

/*
 * How much the flow of cases of one law varies from month to month beyond chance, and how well its level is known: relative standard
 * deviations, from blocks of 30 days up to the last observed day. Chance alone (Poisson) gives a variance of one over the expected number;
 * what the blocks vary more is the flow's own. A swing that lasts over the end of a block shows in both its neighbours, and less in each than
 * in the two together; so twice the covariance of neighbours, where it is above 0, is added to the variance of one, as in the variance of a sum.
 * The level is known as well as the mean of the blocks. Few blocks tell the deviations badly themselves: such a sum of one variance and two
 * covariances has about a third as many degrees of freedom as there are blocks (a lag window cut off after one: Priestley, Spectral Analysis
 * and Time Series, 1981, 6.2.4).
 */
record Variation(double ofMonth, double ofLevel, int degrees) {
    private static final int BLOCK = 30;

    /** Of the cases received. */
    static Variation ofReceived(CaseHistory history, int law, int first, int last) {
        int blocks = (last - first + 1) / BLOCK;
        double[] received = new double[blocks];
        for (int row = 0; row < history.size; row++) {
            int block = Math.floorDiv(last - history.receivedOn[row], BLOCK);
            if (history.law[row] == law && block >= 0 && block < blocks) {
                received[block]++;
            }
        }
        double sum = 0;
        for (double number : received) {
            sum += number;
        }
        double[] ratios = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            ratios[block] = sum == 0 ? 1 : received[block] * blocks / sum;
        }
        return of(ratios, sum / Math.max(1, blocks));
    }

    /** Of the cases closed, against those that the closing rates expect. */
    static Variation ofClosed(CaseHistory history, ClosingRates rates, int law, int first, int last) {
        int blocks = (last - first + 1) / BLOCK;
        double[] closed = new double[blocks];
        double[] expected = new double[blocks];
        for (int row = 0; row < history.size; row++) {
            int received = history.receivedOn[row];
            if (history.law[row] != law || received > last) {
                continue;
            }
            for (int block = 0; block < blocks; block++) {
                int end = last - BLOCK * block;
                int begin = end - BLOCK;
                if (received > end || history.closedOn[row] <= begin) {
                    continue;
                }
                // the hazard over the days of the block on which it was open at the day's start or received
                int to = Math.min(end, history.closedOn[row]);
                expected[block] -= rates.logStay(begin - received < 0 ? -1 : begin - received, to - received);
                closed[block] += history.closedOn[row] <= end ? 1 : 0;
            }
        }
        double sum = 0;
        double[] ratios = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            ratios[block] = expected[block] == 0 ? 1 : closed[block] / expected[block];
            sum += expected[block];
        }
        return of(ratios, sum / Math.max(1, blocks));
    }

    static Variation of(double[] ratios, double numberInBlock) {
        if (ratios.length < 2 || numberInBlock == 0) {
            return new Variation(0, 0, 0);
        }
        double mean = 0;
        for (double ratio : ratios) {
            mean += ratio / ratios.length;
        }
        double squares = 0;
        for (double ratio : ratios) {
            squares += (ratio - mean) * (ratio - mean);
        }
        double common = 0;
        for (int block = 1; block < ratios.length; block++) {
            common += (ratios[block - 1] - mean) * (ratios[block] - mean);
        }
        double variance = (squares + 2 * Math.max(0, common)) / (ratios.length - 1);
        return new Variation(
                Math.sqrt(Math.max(0, variance - 1 / numberInBlock)),
                Math.sqrt(variance / ratios.length),
                Math.max(1, ratios.length / 3));
    }
}
