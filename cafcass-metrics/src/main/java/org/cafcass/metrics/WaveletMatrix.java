package org.cafcass.metrics;

import java.util.Arrays;

/**
 * A list of numbers of which any stretches can be asked for the number at a place in ascending order, and for how many are at most a
 * limit: it costs as many steps as the numbers have binary digits, however long the stretches are.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-34109-0_18">Claude and Navarro, The wavelet matrix (2012)</a>
 */
final class WaveletMatrix {
    /*
     * The numbers are taken digit by digit, from the highest, and for each digit the list is put in order anew: those that have a 0
     * first, the others after them, else as before. What is kept of a digit is its bits, and of each word of bits how many ones come before
     * it; so a stretch of the list is followed, as the stretch of those with a 0 or with a 1, into the next digit's list.
     */
    private final int size;
    private final int least;
    private final long[][] bits;
    private final int[][] onesBefore;
    private final int[] zeros;

    /** The numbers; the greatest is less than {@code 1 << 31} above the least. */
    WaveletMatrix(int[] numbers) {
        size = numbers.length;
        least = Arrays.stream(numbers).min().orElse(0);
        int digits = Integer.SIZE
                - Integer.numberOfLeadingZeros(
                        Math.subtractExact(Arrays.stream(numbers).max().orElse(0), least));
        bits = new long[digits][(size >> 6) + 1];
        onesBefore = new int[digits][(size >> 6) + 1];
        zeros = new int[digits];
        int[] list = numbers;
        for (int digit = 0; digit < digits; digit++) {
            list = ordered(list, digit);
        }
    }

    /* Keeps a digit of a list's numbers, and gives the list of the next digit. */
    private int[] ordered(int[] list, int digit) {
        long[] ones = bits[digit];
        for (int i = 0; i < size; i++) {
            ones[i >> 6] |= (long) bit(list[i] - least, digit) << i;
        }
        for (int word = 1; word < ones.length; word++) {
            onesBefore[digit][word] = onesBefore[digit][word - 1] + Long.bitCount(ones[word - 1]);
        }
        zeros[digit] = size - ones(digit, size);
        int[] next = new int[size];
        int[] at = {0, zeros[digit]};
        for (int number : list) {
            next[at[bit(number - least, digit)]++] = number;
        }
        return next;
    }

    private int bit(int number, int digit) {
        return number >>> bits.length - 1 - digit & 1;
    }

    /* How many of the first numbers of a digit's list have a 1. */
    private int ones(int digit, int first) {
        return onesBefore[digit][first >> 6] + Long.bitCount(bits[digit][first >> 6] & (1L << first) - 1);
    }

    /**
     * The number that would stand at an index if those of some stretches were put in ascending order.
     *
     * @param stretches where the first begins, where it ends, where the second begins, and so on
     * @param index from 0 until the number of numbers
     */
    int inOrder(int[] stretches, int index) {
        Followed followed = new Followed(stretches);
        int left = index;
        int number = 0;
        for (int digit = 0; digit < bits.length; digit++) {
            int withZero = followed.countZeros(digit);
            int bit = left < withZero ? 0 : 1;
            left -= bit * withZero;
            number = number << 1 | bit;
            followed.follow(digit, bit);
        }
        return least + number;
    }

    /** How many numbers of some stretches are not above a limit. */
    int upTo(int[] stretches, int limit) {
        Followed followed = new Followed(stretches);
        long above = (long) limit - least + 1;
        if (above <= 0) {
            return 0;
        }
        if (above >> bits.length > 0) {
            return followed.size();
        }
        int count = 0;
        for (int digit = 0; digit < bits.length; digit++) {
            int withZero = followed.countZeros(digit);
            int bit = bit((int) above, digit);
            count += bit * withZero;
            followed.follow(digit, bit);
        }
        return count;
    }

    /* Stretches on their way through the digits. */
    private final class Followed {
        private final int[] places;
        private final int[] onesBeforePlaces;

        Followed(int[] stretches) {
            places = stretches.clone();
            onesBeforePlaces = new int[places.length];
        }

        int size() {
            return length(places);
        }

        /* How many numbers have a 0. */
        int countZeros(int digit) {
            for (int i = 0; i < places.length; i++) {
                onesBeforePlaces[i] = ones(digit, places[i]);
            }
            return length(places) - length(onesBeforePlaces);
        }

        private static int length(int[] stretches) {
            int length = 0;
            for (int i = 0; i < stretches.length; i += 2) {
                length += stretches[i + 1] - stretches[i];
            }
            return length;
        }

        /* Goes on with those that have a bit, of a digit whose zeros were counted. */
        void follow(int digit, int bit) {
            for (int i = 0; i < places.length; i++) {
                places[i] = bit == 1 ? zeros[digit] + onesBeforePlaces[i] : places[i] - onesBeforePlaces[i];
            }
        }
    }
}
