namespace Nearcall;

/// <summary>Does with an answer, whose head has come, what the form of its call asks for. The response is its own from then on.</summary>
internal delegate ValueTask<TAnswer> AnswerOpening<TAnswer>(
    bool async, ClientEndpoint endpoint, HttpResponseMessage response, CallDeadline deadline, ClientSettings settings);
