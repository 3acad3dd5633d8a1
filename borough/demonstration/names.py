# ruff: noqa: SIM905  a block of words is easier to read than a list of them
"""Words to make people and places from. Any likeness to somebody real is chance."""

FIRST = """
Aaron Abigail Adam Adaeze Agnieszka Ahmed Aisha Alan Alice Amir Andrew Angela Anna Anthony Asha Barbara Ben Beth
Bilal Brenda Callum Carol Catherine Chantelle Charlotte Chen Chidi Chloe Christine Claire Colin Craig David Dawn
Debbie Derek Dominik Donna Edith Elaine Elizabeth Ellie Emeka Emily Emma Ethan Farah Fatima Fiona Frank Gareth
George Georgia Gillian Gordon Grzegorz Hamza Hannah Harold Harry Hassan Hayley Helen Ian Ibrahim Imran Irene
Jack Jacqueline Jade Jakub James Jamila Janet Jasmine Jean Jennifer Joan John Jordan Joyce Judith Karen
Katarzyna Keith Kelly Ken Kieran Kirsty Kofi Laura Lee Lewis Li Linda Liam Lorraine Louise Lucy Maciej Malik
Margaret Maria Mark Martin Mary Maureen Maya Mei Michael Michelle Mohammed Molly Nadia Naomi Natalie Nathan Neil
Ngozi Niamh Nicola Nigel Nina Noor Oliver Olu Omar Pamela Patricia Paul Pauline Pawel Peter Philip Priya Rachel
Rafael Raj Rebecca Ricky Robert Ruth Ryan Saima Samira Sandra Sarah Sean Shanice Sheila Shirley Simon Sofia
Stephen Susan Tariq Teresa Thomas Tracy Trevor Usman Victoria Wayne Wei Wendy William Yusuf Zainab Zara Zofia
""".split()

LAST = """
Abbott Adeyemi Ahmed Akhtar Ali Allcock Anderson Ashton Bailey Banks Barlow Begum Bennett Booth Bradley Brennan
Briggs Brown Burgess Butt Carr Chan Chapman Clarke Collins Cooper Costa Cox Dale Davies Dixon Dunne Eze Farrell
Fisher Fletcher Foster Garner Gibson Grant Greaves Green Hall Hamilton Hardy Harris Heaton Heywood Hicks Higgins
Holt Hussain Iqbal Jackson Jones Kaminski Kaur Kelly Khan King Kowalska Lam Lane Lewis Li Lomas Mahmood Malik
Marsden Mason Mensah Miller Mistry Moore Morris Murphy Nowak Nuttall Obi Ogden Okoro Owen Parker Patel Pearson
Perry Price Quinn Rahman Reid Rhodes Riley Roberts Robinson Rowe Saunders Shah Sharma Shaw Simpson Singh Slater
Smith Stone Sutton Swift Taylor Thomas Todd Turner Walker Walsh Ward Watts Webb White Wilde Williams Wilson Wong
Wood Wright Wu Yates Young Zaman
""".split()

STREETS = """
Acorn Alder Anvil Apple Ash Badger Barley Beacon Bell Birch Bobbin Bramble Brook Cannon Carder Cedar Cherry
Clover Coppice Corn Crane Daisy Dapple Dove Drover Elder Falcon Felt Fern Finch Flax Fleece Foundry Foxglove
Gander Garnet Goldcrest Gorse Hatter Hawthorn Hazel Heather Heron Hickory Holly Honey Jasmine Juniper Kestrel
Kiln Larch Lark Lavender Linnet Loom Maple Marigold Meadow Miller Mulberry Nettle Nightingale Oak Orchard Osprey
Otter Pebble Pippin Plover Poplar Primrose Quarry Quince Raven Robin Rowan Saddle Shuttle Silk Skylark Sorrel
Spindle Starling Swallow Sycamore Tanner Teasel Thistle Thrush Tulip Velvet Viaduct Violet Walnut Weaver Wharf
Willow Woodpecker Wren Yarrow
""".split()

KINDS_OF_STREET = ("Road", "Street", "Avenue", "Close", "Lane", "Grove", "Drive", "Way")

TRADES = {
    "shop": ("{last} & Daughter", "The {street} Bookshop", "{street} Florist", "{last}’s Hardware"),
    "cafe": ("The {street} Café", "{last}’s Kitchen", "The {street} Tea Room"),
    "pub": ("The {street} Tap", "The Old {street}"),
    "beauty": ("{street} Hair", "{last} Barbers"),
    "gym": ("{street} Yoga",),
    "arts": ("{street} Music School",),
    "making": ("{last} Joinery", "{street} Print Works"),
    "trade": ("{last} Electrical", "{last} & Sons Plumbing"),
    "care": ("{street} Nursery",),
}
