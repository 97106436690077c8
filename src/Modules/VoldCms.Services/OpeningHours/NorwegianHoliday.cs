namespace VoldCms.Services.OpeningHours;

/// <summary>The name of a Norwegian holiday; the texts of the module say it in each language.</summary>
internal enum NorwegianHoliday
{
    NewYearsDay,
    MaundyThursday,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    LabourDay,
    ConstitutionDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    ChristmasDay,
    SecondChristmasDay,
}
