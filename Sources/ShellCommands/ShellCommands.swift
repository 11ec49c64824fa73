internal import ClaimModel
