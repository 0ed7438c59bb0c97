/**
 * Given names common in England and Wales (Office for National Statistics, baby names of 1944 to 2020, and names of the larger communities).
 * Names that are mostly other words or places (Victoria, Charity, Chelsea, Mark at the start of a heading) are left in only where a surname follows.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `Aaron Abdul Abdullah Abigail Adam Adele Adrian Agnes Ahmed Aidan Aisha Alan Albert Alex Alexander Alexandra Alfie Alfred Ali Alice Alicia Alison
  Allan Amanda Amber Amelia Amina Amir Amy Ana Andrea Andrew Angela Angus Anita Ann Anna Anne Annette Anthony Antonia Archie Arthur Asha Ashley Asif
  Audrey Ava Barbara Barry Beatrice Becky Belinda Ben Benjamin Bernard Beth Bethany Betty Beverley Bilal Bill Billy Bob Bradley Brandon Brenda Brian
  Bridget Bruce Bryan Callum Cameron Carl Carla Carol Caroline Carolyn Catherine Cathy Charles Charlie Charlotte Cheryl Chloe Chris Christian Christina
  Christine Christopher Claire Clare Clive Colin Connor Conor Craig Daisy Damian Daniel Danielle Darren Dave David Dawn Dean Debbie Deborah Debra Denise
  Dennis Derek Diana Diane Dominic Donald Donna Dora Doris Dorothy Douglas Duncan Dylan Edith Edward Eileen Elaine Eleanor Elizabeth Ella Ellen Ellie
  Elliot Elsie Emily Emma Eric Erin Ethan Eva Evelyn Evie Faith Farah Fatima Fiona Florence Frances Francis Frank Fred Freda Freddie Frederick Freya
  Gareth Gary Gavin Gemma Geoff Geoffrey George Georgia Georgina Gerald Geraldine Gill Gillian Gina Glen Glenn Gordon Grace Graham Grant Greg Gregory
  Gurpreet Hannah Harold Harpreet Harriet Harris Harry Harvey Hassan Hayley Hazel Heather Heidi Helen Henry Hilary Holly Howard Hugh Hussain Ian Ibrahim
  Imran Irene Iris Isaac Isabel Isabella Isla Ivan Ivy Jack Jackie Jacob Jacqueline Jade Jake James Jamie Jan Jane Janet Janice Jasmine Jason Jasmin Javed
  Jayne Jean Jeff Jeffrey Jemma Jennifer Jenny Jeremy Jess Jessica Jill Jim Jo Joan Joanna Joanne Joe Joel John Johnny Jon Jonathan Jordan Joseph Josephine
  Josh Joshua Joy Joyce Juan Judith Judy Julia Julian Julie June Justin Kamal Karen Karl Kate Katherine Kathleen Kathryn Katie Katy Kay Keith Kelly Ken
  Kenneth Kerry Kevin Khadija Khalid Kieran Kim Kimberley Kirsty Krystyna Kyle Laila Lara Laura Lauren Laurence Leah Lee Leila Leo Leon Leonard Leslie Lewis
  Liam Lily Linda Lindsay Lisa Liz Logan Lorna Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Lynne Mabel Malcolm Mandy Manjit Marcus Margaret Maria Marian
  Marie Marilyn Marion Mark Martin Martyn Mary Mason Mateusz Matt Matthew Maureen Max Maxine Maya Megan Melanie Melissa Mia Michael Michaela Michelle Miriam
  Mohamed Mohammad Mohammed Moira Molly Monica Morgan Muhammad Mustafa Nadia Nancy Naomi Nasreen Natalie Natasha Nathan Neil Nell Nicholas Nick Nicola Nicole
  Nigel Nina Noah Noor Nora Norma Norman Oliver Olivia Omar Oscar Osman Owen Pam Pamela Patricia Patrick Paul Paula Pauline Peggy Penelope Penny Pete Peter
  Phil Philip Philippa Phillip Phoebe Phyllis Piotr Poppy Priya Rachael Rachel Raj Rajesh Ralph Raymond Rebecca Reece Rhys Richard Rita Rob Robert Robin
  Roger Ronald Rosa Rosalind Rose Rosemary Rosie Ross Roy Ruby Russell Ruth Ryan Sadia Sally Sam Samantha Samina Samuel Sandra Sanjay Sara Sarah Saul Sean
  Sebastian Shabana Shane Shannon Sharon Shaun Sheila Shirley Simon Sofia Sonia Sophia Sophie Stacey Stanley Stefan Stella Stephanie Stephen Steve Steven
  Stewart Stuart Sue Sunita Susan Suzanne Sylvia Tanya Tara Teresa Terence Terry Theo Theresa Thomas Tim Timothy Tina Toby Tom Tony Tracey Tracy Trevor Usman
  Valerie Vanessa Vera Vernon Victor Vincent Violet Vivienne Walter Wanda Warren Wayne Wendy Wesley William Winifred Yasmin Yusuf Yvonne Zachary Zahra Zainab
  Zara Zoe Zofia Mohamed Paddy Peter Philip`
    .trim()
    .split(/\s+/),
)
