package org.cafcass.workload.timestudy;

/** Which deviate of Student's t distribution, on either side of 0, holds a probability. */
final class StudentsT {
    /*
     * For a whole number of degrees of freedom n the probability within t is a finite sum in the angle whose tangent is t / sqrt n:
     * Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 (odd n) and 26.7.4 (even n). It rises with the angle, which is
     * found by halving.
     */
    private StudentsT() {}

    static double ofCentralProbability(double probability, int degrees) {
        double low = 0;
        double high = Math.PI / 2;
        double middle = high / 2;
        while (low < middle && middle < high) {
            if (within(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return StrictMath.tan(middle) * Math.sqrt(degrees);
    }

    private static double within(double angle, int degrees) {
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = degrees == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < degrees; k += 2) {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
