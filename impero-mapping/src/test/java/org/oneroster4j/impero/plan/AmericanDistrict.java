package org.oneroster4j.impero.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.oneroster4j.testing.SchoolSizes;

/**
 * Districts with schools of the sizes of American ones. Every third school teaches by subject, the others by home room with
 * a few specials. Some staff and a few students are at a second school. The same seed makes the same district.
 */
final class AmericanDistrict {
    private AmericanDistrict() {}

    static District of(long seed, int schools) {
        SplittableRandom random = new SplittableRandom(seed);
        int nextPerson = 0;
        List<int[]> own = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int school = 0; school < schools; school++) {
            int students = SchoolSizes.students(random);
            int staff = Math.max(1, students / 15);
            boolean bySubject = random.nextInt(3) == 0;
            double perStudent = bySubject ? 7.0 / 25 : (1 + random.nextInt(4)) / 23.0;
            own.add(IntStream.range(nextPerson, nextPerson + students + staff).toArray());
            nextPerson += students + staff;
            groups.add(Math.max(1, (int) (students * perStudent)));
        }
        List<SchoolLoad> loads = new ArrayList<>();
        for (int school = 0; school < schools; school++) {
            IntStream people = IntStream.of(own.get(school));
            // Those of the next school, or of any, who are here too.
            int[] others = own.get(random.nextBoolean() ? (school + 1) % schools : random.nextInt(schools));
            int guests = Math.min(others.length, random.nextInt(1 + others.length / 20));
            people = IntStream.concat(people, IntStream.range(0, guests).map(i -> others[others.length - 1 - i]));
            loads.add(SchoolLoad.of("school-" + school, "", groups.get(school), people));
        }
        return District.of(loads);
    }
}
