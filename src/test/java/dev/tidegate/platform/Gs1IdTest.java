package dev.tidegate.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.platform.gs1.Cbv;
import dev.tidegate.platform.gs1.Gs1Id;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of GS1: two tellings of one thing are one. */
class Gs1IdTest {
    /** Examples of the GS1 Tag Data Standard and the Digital Link Standard, side by side. */
    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgtin:9521141.012345.4711, https://id.gs1.org/01/09521141123454/21/4711, (01)09521141123454(21)4711",
        "urn:epc:id:sgtin:9521141.012345.4711, http://e.example/p/01/9521141123454/10/L1/21/4711, (01)09521141123454(21)4711",
        "urn:epc:id:sgtin:9521141.012345.a%2Fb, https://id.gs1.org/01/09521141123454/21/a%2Fb, (01)09521141123454(21)a/b",
        "urn:epc:idpat:sgtin:9521141.012345.*, https://id.gs1.org/01/09521141123454, (01)09521141123454",
        "urn:epc:class:lgtin:9521141.012345.L.1, https://id.gs1.org/01/09521141123454/10/L.1, (01)09521141123454(10)L.1",
        "urn:epc:id:sscc:9521141.1234567890, https://id.gs1.org/00/195211412345678900, (00)195211412345678900",
        "urn:epc:id:sgln:9521141.12345.0, https://id.gs1.org/414/9521141123454, (414)9521141123454",
        "urn:epc:id:sgln:9521141.12345.400, https://id.gs1.org/414/9521141123454/254/400, (414)9521141123454(254)400",
        "urn:epc:id:pgln:9521141.12345, https://id.gs1.org/417/9521141123454?x=1, (417)9521141123454",
        "urn:epc:id:grai:9521141.12345.400, https://id.gs1.org/8003/09521141123454400, (8003)09521141123454400",
        "urn:epc:id:giai:9521141.A-1, https://id.gs1.org/8004/9521141A-1, (8004)9521141A-1",
        "urn:epc:id:gdti:9521141.12345.77, https://id.gs1.org/253/952114112345477, (253)952114112345477"
    })
    void aUrnAndADigitalLinkOfOneThingHaveOneNormalForm(String urn, String link, String normal) {
        assertThat(Gs1Id.normal(urn)).isEqualTo(normal);
        assertThat(Gs1Id.normal(link)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "urn:epc:id:sgtin:9521141.0123456.4711",
                "urn:epc:id:sgtin:9521141",
                "urn:epc:id:sgtin:.012345.1",
                "urn:epc:id:sscc:9521141.",
                "urn:epc:id:sgtin:9521141.012345.%zz",
                "urn:epc:id:sgtin:9521141.012345.%00",
                "urn:uuid:3a5ee2ea-8c1f-4ba7-9b55-2f3e27c1a001",
                "https://id.gs1.org/01/09521141123455/21/4711",
                "https://id.gs1.org",
                "https://shop.example/item/77",
                "http://"
            })
    void whatIsNoKeyStaysAsItIsTold(String told) {
        assertThat(Gs1Id.of(told)).isEmpty();
        assertThat(Gs1Id.normal(told)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receiving",
                "urn:epcglobal:cbv:bizstep:receiving",
                "https://ref.gs1.org/cbv/BizStep-receiving",
                "https://ns.gs1.org/cbv/BizStep-receiving",
                "cbv:BizStep-receiving"
            })
    void aWordIsTheSameHoweverItIsTold(String told) {
        assertThat(Cbv.BUSINESS_STEP.bare(told)).isEqualTo("receiving");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://steps.example/receiving",
                "urn:epcglobal:cbv:disp:active",
                "cbv:my_own",
                "urn:epcglobal:cbv:bizstep:",
                "https://ref.gs1.org/cbv/BizStep-a/b"
            })
    void whatIsNoWordOfAVocabularyStaysAsItIsTold(String told) {
        assertThat(Cbv.BUSINESS_STEP.bare(told)).isEqualTo(told);
    }
}
