// Generated from the status documents: change those instead.

// data/403.md
pub (crate) static FORBIDDEN : StatusInfo = StatusInfo { code : 403u16 , name : "Forbidden" , origin : vocab :: Origin :: BuiltIn , standard : true , experimental : false , deprecated : false , cacheable : None , content : None , retry : None , redirect : None , grpc : None , takeaways : 1u8 , } ;

// data/418.md
pub (crate) static IM_A_TEAPOT : StatusInfo = StatusInfo { code : 418u16 , name : "I'm a teapot" , origin : vocab :: Origin :: BuiltIn , standard : false , experimental : true , deprecated : true , cacheable : Some (false) , content : Some (vocab :: Content :: Allowed) , retry : Some (vocab :: Retry :: Never) , redirect : Some (vocab :: Redirect :: None) , grpc : Some (vocab :: GrpcCode :: Unknown) , takeaways : 3u8 , } ;
