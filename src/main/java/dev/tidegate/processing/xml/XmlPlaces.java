package dev.tidegate.processing.xml;

import dev.tidegate.processing.document.Places;
import java.util.List;

/**
 * Places in a document by local names: {@code /Order/OrderLine[3]/LineItem/Quantity/@unitCode}.
 *
 * @param xpath of the document's element
 */
record XmlPlaces(String xpath) implements Places {
    @Override
    public String at(List<Object> path) {
        var place = new StringBuilder(xpath);
        for (Object step : path) {
            if (step instanceof Integer index) {
                place.append('[').append(index + 1).append(']');
            } else if (!OpenElement.TEXT.equals(step)) {
                place.append('/').append(step);
            }
        }
        return place.toString();
    }
}
