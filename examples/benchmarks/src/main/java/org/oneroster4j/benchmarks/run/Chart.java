package org.oneroster4j.benchmarks.run;

import java.util.List;
import java.util.Locale;

/** A bar chart as SVG, with a text for every bar, readable on light and dark pages. */
final class Chart {
    /**
     * A bar.
     *
     * @param own whether it is one of ours
     */
    record Bar(String label, double value, boolean own) {}

    private static final int WIDTH = 720;
    private static final int LABELS = 190;
    private static final int NUMBERS = 60;
    private static final int BAR = 20;
    private static final int STEP = 28;
    private static final int TOP = 40;

    private Chart() {}

    /** Returns the SVG: a bar for each value, from zero, all to one scale. */
    static String svg(String title, List<Bar> bars) {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        int height = TOP + bars.size() * STEP + 10;
        StringBuilder text = new StringBuilder();
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n");
        text.append("<title>").append(escaped(title)).append("</title>\n");
        text.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        text.append("<text x=\"10\" y=\"22\" font-weight=\"bold\">")
                .append(escaped(title))
                .append("</text>\n");
        int y = TOP;
        for (Bar bar : bars) {
            long width = Math.max(1, Math.round((WIDTH - LABELS - NUMBERS) * bar.value() / most));
            text.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                            + "<text x=\"%d\" y=\"%d\">%.2f</text>%n",
                    LABELS - 8,
                    y + 15,
                    escaped(bar.label()),
                    LABELS,
                    y,
                    width,
                    BAR,
                    bar.own() ? "#1f77b4" : "#9aa5b1",
                    LABELS + width + 6,
                    y + 15,
                    bar.value()));
            y += STEP;
        }
        return text.append("</svg>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
