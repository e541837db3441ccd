"""Latin words: those that show running English, and those that Chinese texts use as they are."""

_FUNCTION = """
    and or of the to in on for with by from at as is are was be not but if this that which under other such all
"""
# Units, file types, network words, abbreviations in small letters, functions of mathematics, names of software.
_USUAL = """
    kg mg km cm mm nm ml mol kw mw kwh kva kpa mpa pa hz khz mhz ghz rpm ppm ppb min sec hm lux dpi bit bps kbps mbps gb
    mb kb app wifi http https www com cn org net email mail doc docx pdf xls xlsx ppt pptx txt jpg jpeg png zip rar csv
    xml html ofd ph pcr spf dna rna log sin cos tan max ln vs etc no id ip ftp url logo vlog blog bim gis gps led lng
    cng lpg covid web wps excel word wap java linux windows android
    ios office access oracle mysql python unix macos json css sql api sdk tcp udp ssl vpn cpu gpu ssd usb hdmi bluetooth
    chrome chromium firefox webkit redis nginx tomcat docker hadoop mongodb postgresql harmonyos
    zigbee nfc rfid mp3 mp4 avi gif bmp tif tiff svg dwg cad iso gmp gsp gap gcp glp haccp who hiv hpv mrna
"""

FUNCTION_WORDS = frozenset(_FUNCTION.split())
USUAL_WORDS = frozenset(_USUAL.split())
