package org.oneroster4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {

    @Test
    void barsAreToScaleAndTextsAreEscaped() throws Exception {
        Document svg = parsed(Chart.svg(
                "Time <of> \"all\" & more",
                List.of(new Chart.Bar("raw", 1, false), new Chart.Bar("convert <&>", 2, true))));

        NodeList bars = svg.getElementsByTagName("rect");
        assertThat(bars.getLength()).isEqualTo(3);
        assertThat(width(bars, 2)).isEqualTo(2 * width(bars, 1));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Time <of> \"all\" & more");
        assertThat(svg.getDocumentElement().getTextContent()).contains("convert <&>", "2.00");
    }

    private static int width(NodeList bars, int index) {
        return Integer.parseInt(((Element) bars.item(index)).getAttribute("width"));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
