namespace Nearcall.Tests.Converters.Generated;

public sealed class StructConverterTests
{
    private static readonly Order Full = new(7, "bolts", Status.Sent, 2.5)
    {
        Lines = [new(1, 2.50m) { IsGift = true, Stock = null }, new(2, 3)],
        Note = "soon",
        Priority = 9,
        Discount = 10,
        Coupon = "AB",
    };

    [Fact]
    public void RoundTrip_OfRecord_KeepsEveryMember()
    {
        Assert.Equal(Full, ConverterRun.RoundTrip(Full, XmlRpcKind.Struct));
        Assert.Equal(new Order(1, ""), ConverterRun.RoundTrip(new Order(1, ""), XmlRpcKind.Struct));
    }

    [Fact]
    public void Write_Record_GivesMembersAsDeclared()
    {
        var value = XmlRpcValue.From(Full with { Note = null, Discount = 0, Coupon = null, Secret = "x" }).AsStruct();

        Assert.Equal(["Id", "title", "Status", "Weight", "Lines", "Note", "Priority", "LineCount"], value.Select(member => member.Key));
        Assert.Equal(10, value["Status"].AsInt32());
        Assert.Equal(XmlRpcKind.Nil, value["Note"].Kind);
        Assert.Equal(2, value["LineCount"].AsInt32());
    }

    [Fact]
    public void Read_WithoutOptionalMembers_KeepsDefaultsAndInitializers()
    {
        var order = Read<Order>(("Id", 5), ("title", "nuts"));

        Assert.Equal((Status.Open, null, null, 5, 0), (order.Status, order.Weight, order.Note, order.Priority, order.Discount));
        Assert.Equal([new Line(0, 0)], order.Lines);
        Assert.Equal(6, Read<Line>(("Number", 1), ("Price", 2)).Stock);
        Assert.Equal("start", Read<Page<Line>>().Next);
        Assert.Empty(Read<Page<Line>>().Items);
    }

    [Fact]
    public void Read_MembersInAnyOrder_FindsThem() =>
        Assert.Equal(
            (5, "nuts", "later"),
            Read<Order>(("Note", "later"), ("title", "nuts"), ("Id", 5)) is var order ? (order.Id, order.Title, order.Note) : default);

    [Theory]
    [InlineData("Id")]
    [InlineData("title")]
    public void Read_RequiredMemberMissing_NamesIt(string name)
    {
        XmlRpcStruct members = new() { ["Id"] = 1, ["title"] = "x" };

        var problem = Fails<Order>(Without(members, name));

        Assert.Contains($"lacks the member '{name}'", problem.Message, StringComparison.Ordinal);
        Assert.Equal("[0]", problem.Path);
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, problem.FaultCode);
    }

    [Fact]
    public void Read_UnknownMember_FollowsTheDialect()
    {
        XmlRpcStruct members = new() { ["Number"] = 1, ["Price"] = 2, ["Colour"] = XmlRpcArray.Create(1, 2) };

        Assert.Equal(new Line(1, 2), ReadStruct<Line>(members));
        var problem = Fails<Line>(members, ConverterRun.Open with { AllowUnknownMembers = false });
        Assert.Equal(("[0].Colour", "XmlRpcDialect.AllowUnknownMembers"), (problem.Path, problem.Switch));
    }

    [Fact]
    [Trait("Rule", "R36")]
    public void R36_DuplicateMember_FollowsTheDialect()
    {
        const string Text =
            "<value><struct><member><name>Number</name><value><int>1</int></value></member><member><name>Price</name><value><int>2</int>"
            + "</value></member><member><name>Number</name><value><int>3</int></value></member></struct></value>";
        var dialect = ConverterRun.Open;

        Assert.Equal(1, ConverterRun.Read<Line>(Text, dialect with { DuplicateMembers = XmlRpcDuplicateMembers.KeepFirst }).Number);
        Assert.Equal(3, ConverterRun.Read<Line>(Text, dialect with { DuplicateMembers = XmlRpcDuplicateMembers.KeepLast }).Number);
        var problem = ConverterRun.ReadFails<Line>(Text, dialect with { DuplicateMembers = XmlRpcDuplicateMembers.Refuse });
        Assert.Equal(("[0].Number", "R36"), (problem.Path, problem.Rule));
    }

    [Fact]
    public void Read_MemberOfAnotherKind_NamesItsPath()
    {
        var line = new XmlRpcStruct { ["Number"] = 1, ["Price"] = "much" };

        var problem = Fails<Order>(new() { ["Id"] = 1, ["title"] = "x", ["Lines"] = XmlRpcArray.Create(line) });

        Assert.Equal("[0].Lines[0].Price", problem.Path);
        Assert.Contains("decimal number was expected", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R71")]
    public void R71_Nil_IsTakenOnlyWhereNullIsMeant()
    {
        Assert.Null(Read<Order>(("Id", 1), ("title", "x"), ("Note", XmlRpcValue.Nil)).Note);
        Assert.Equal("[0].title", Fails<Order>(new() { ["Id"] = 1, ["title"] = XmlRpcValue.Nil }).Path);
        Assert.Equal("[0].Id", Fails<Order>(new() { ["Id"] = XmlRpcValue.Nil, ["title"] = "x" }).Path);
        Assert.Equal("[0].Priority", Fails<Order>(new() { ["Id"] = 1, ["title"] = "x", ["Priority"] = XmlRpcValue.Nil }).Path);
        Assert.Equal("[0]", ConverterRun.ReadFails<Order>("<value><nil/></value>").Path);
        Assert.Null(ConverterRun.Read(XmlRpcConverter.ForNullable<Order>(), "<value><nil/></value>"));
    }

    [Fact]
    public void Write_Null_IsNil()
    {
        Assert.Equal("<value><nil/></value>", ConverterRun.Write<Order>(null!));
        Assert.Contains("<name>title</name><value><nil/></value>", ConverterRun.Write(new Order(1, null!)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NumberTooGreatForItsMember_NamesItsPath()
    {
        var problem = Fails<Readings>(new() { ["Count"] = 1, ["Least"] = 40000 });

        Assert.Equal("[0].Least", problem.Path);
        Assert.Contains("16-bit", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RoundTrip_OfFields_KeepsThem()
    {
        var read = ConverterRun.RoundTrip(new Readings { Count = 1, Least = -2, Mean = 1.5f }, XmlRpcKind.Struct);

        Assert.Equal((1, (short)-2, 1.5f), (read.Count, read.Least, read.Mean));
    }

    [Fact]
    public void Read_ClassWithRequiredAndNamedMembers_FollowsItsAttributes()
    {
        XmlRpcStruct members = new()
        {
            ["article_name"] = "bolt",
            ["home_page"] = "https://example.org/",
            ["key"] = "7d3f5f8e-3c51-4b1a-9c1f-5a8b6a1f9f00",
        };

        var article = ReadStruct<Article>(members);

        Assert.Equal(("bolt", "example.org", null), (article.ArticleName, article.HomePage.Host, article.MadeBy));
        Assert.Equal(["none"], article.Tags);
        Assert.Equal([null, "a"], ReadStruct<Article>(new(members) { ["tags"] = XmlRpcArray.Create(XmlRpcValue.Nil, "a") }).Tags);
        foreach (var name in members.Select(member => member.Key))
        {
            Assert.Contains($"'{name}'", Fails<Article>(Without(members, name)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void RoundTrip_OfInheritedMembers_KeepsThem()
    {
        var circle = ConverterRun.RoundTrip(new Circle("c", 1.5) { Size = 9 }, XmlRpcKind.Struct);

        Assert.Equal(("c", 1.5, 9), (circle.Name, circle.Radius, circle.Size));
        Assert.Equal(["Name", "size", "Radius"], XmlRpcValue.From(circle).AsStruct().Select(member => member.Key));
        Assert.Equal(1, Read<Shape>(("Name", "s")).Size);
        Assert.Equal(2, Read<Circle>(("Name", "s"), ("Radius", 1.0)).Size);
    }

    [Fact]
    public void RoundTrip_OfInitPropertiesOfGenericClasses_KeepsThem()
    {
        var book = ConverterRun.RoundTrip(new Addresses { Entries = { ["a"] = 1 }, First = 2, Owner = 3 }, XmlRpcKind.Struct);
        var cursor = ConverterRun.RoundTrip(new Page<Line>.Cursor { Last = new(1, 2) }, XmlRpcKind.Struct);

        Assert.Equal((1, 2, 3), (book.Entries["a"], book.First, book.Owner));
        Assert.Equal(4, Read<Addresses>().Owner);
        Assert.Equal(new Line(1, 2), cursor.Last);
    }

    [Fact]
    public void RoundTrip_OfATypeThatContainsItself_KeepsIt()
    {
        var tree = new Branch("a") { Branches = [new("b") { Parent = new("c") }, new("d")] };

        var read = ConverterRun.RoundTrip(tree, XmlRpcKind.Struct);

        Assert.Equal(["b", "d"], read.Branches.Select(branch => branch.Name));
        Assert.Equal("c", read.Branches[0].Parent?.Name);
    }

    [Fact]
    public void Read_ATypeThatContainsItselfTooDeep_IsRefused()
    {
        var deep = new Branch("leaf");
        for (var i = 0; i < 40; i++)
        {
            deep = new Branch("b") { Branches = [deep] };
        }

        var problem = ConverterRun.ReadFails<Branch>(ConverterRun.Write(deep));

        Assert.Equal("XmlRpcLimits.MaxDepth", problem.Switch);
    }

    [Fact]
    public void Read_InternalMembersThatAreMarked_AreRead()
    {
        var session = Read<Session>(("User", "ada"), ("Age", 36));

        Assert.Equal(("ada", 36), (session.User, session.Age));
    }

    [Fact]
    public void RoundTrip_OfAnEmptyType_IsAnEmptyStruct() =>
        Assert.Equal("<value><struct></struct></value>", ConverterRun.Write(ConverterRun.RoundTrip(new Empty(), XmlRpcKind.Struct)));

    private static XmlRpcStruct Without(XmlRpcStruct members, string name) => new(members.Where(member => member.Key != name));

    private static T Read<T>(params (string Name, XmlRpcValue Value)[] members) =>
        ReadStruct<T>(new XmlRpcStruct(members.Select(member => KeyValuePair.Create(member.Name, member.Value))));

    private static T ReadStruct<T>(XmlRpcStruct members) => ConverterRun.Read<T>(ConverterRun.Write(members));

    private static XmlRpcFormatException Fails<T>(XmlRpcStruct members, XmlRpcDialect? dialect = null) =>
        ConverterRun.ReadFails<T>(ConverterRun.Write(members), dialect);
}
